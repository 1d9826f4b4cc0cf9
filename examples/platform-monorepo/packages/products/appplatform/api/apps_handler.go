// Package api serves the App Platform product's endpoints.
package api

import (
	"encoding/json"
	"net/http"

	"gpuaas.example/platform/packages/products/appplatform/manifest"
)

// HandleValidation serves POST /v1/apps/manifests/validations.
func HandleValidation() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var m manifest.Manifest
		if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
			http.Error(w, "body is not a manifest", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string][]string{"faults": manifest.Faults(m)})
	}
}
