// Package runtime launches apps, connects people to them and takes them down.
package runtime

import (
	"fmt"

	"gpuaas.example/platform/packages/products/appplatform/manifest"
)

// App is a launched manifest.
type App struct {
	ID       string
	Manifest manifest.Manifest
	Running  bool
}

// Launch starts a valid manifest.
func Launch(id string, m manifest.Manifest) (App, error) {
	if faults := manifest.Faults(m); len(faults) > 0 {
		return App{}, fmt.Errorf("runtime: %s cannot launch: %v", m.Name, faults)
	}
	return App{ID: id, Manifest: m, Running: true}, nil
}

// Decommission stops an app; stopping twice is fine.
func (a *App) Decommission() { a.Running = false }
