package policy

import (
	"encoding/json"
	"net/http"
)

// HandleQuotaPosture serves GET /v1/policy/quotas.
func HandleQuotaPosture(quotas func(projectID string) []Quota) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(quotas(r.URL.Query().Get("project")))
	}
}
