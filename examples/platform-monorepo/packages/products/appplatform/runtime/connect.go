package runtime

import "errors"

// ErrStopped is returned for an app that does not run.
var ErrStopped = errors.New("runtime: app is stopped")

// Connect answers with the address of the app's first port.
func (a App) Connect(host string) (string, int, error) {
	if !a.Running {
		return "", 0, ErrStopped
	}
	if len(a.Manifest.Ports) == 0 {
		return "", 0, errors.New("runtime: app has no port")
	}
	return host, a.Manifest.Ports[0], nil
}
