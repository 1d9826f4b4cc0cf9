package api

import (
	"net/http"

	"gpuaas.example/platform/packages/products/gpuaas/terminal"
)

// HandleTerminal serves GET /v1/gpuaas/terminals: 409 while the allocation does not run.
func HandleTerminal(routes func() map[string]terminal.Route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := terminal.Open(routes(), r.URL.Query().Get("allocation")); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		w.WriteHeader(http.StatusSwitchingProtocols)
	}
}
