// Package terminal connects a browser to a shell on an allocation.
package terminal

import "errors"

// ErrNotRunning is returned when there is nothing to connect to.
var ErrNotRunning = errors.New("terminal: allocation is not running")

// Route is where a terminal's bytes go.
type Route struct {
	Node string
	Port int
}

// Open finds the route of a running allocation.
func Open(routes map[string]Route, allocationID string) (Route, error) {
	route, ok := routes[allocationID]
	if !ok {
		return Route{}, ErrNotRunning
	}
	return route, nil
}
