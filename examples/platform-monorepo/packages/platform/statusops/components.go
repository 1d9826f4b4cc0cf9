// Package statusops says how the platform is doing, to operators and to the public.
package statusops

// State of a component, worst last.
type State int

const (
	Operational State = iota
	Degraded
	Outage
)

// Component is a row of the status page.
type Component struct {
	ID     string
	Domain string
	State  State
	// SLO is the objective in percent of minutes, for example 99.9.
	SLO float64
}
