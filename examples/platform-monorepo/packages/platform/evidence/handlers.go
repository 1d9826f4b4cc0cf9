package evidence

import (
	"encoding/json"
	"net/http"
)

// HandleRelease serves GET /v1/evidence/releases/{release}.
func HandleRelease(find func(release string) (Payload, bool)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		payload, ok := find(r.URL.Query().Get("release"))
		if !ok {
			http.Error(w, "no evidence for this release", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(payload)
	}
}
