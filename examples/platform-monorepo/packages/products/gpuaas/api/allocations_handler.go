// Package api serves the GPUaaS product's endpoints.
package api

import (
	"encoding/json"
	"net/http"

	"gpuaas.example/platform/packages/products/gpuaas/allocation"
)

// HandleAllocations serves GET /v1/gpuaas/allocations.
func HandleAllocations(list func(projectID string) []allocation.Allocation) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(list(r.URL.Query().Get("project")))
	}
}
