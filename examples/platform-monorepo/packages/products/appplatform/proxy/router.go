// Package proxy sends browsers to running apps.
package proxy

import "strings"

// AppOf reads the app's id from a host such as app-7.apps.gpuaas.example.
func AppOf(host, zone string) (string, bool) {
	id, rest, found := strings.Cut(host, ".")
	return id, found && id != "" && rest == zone
}
