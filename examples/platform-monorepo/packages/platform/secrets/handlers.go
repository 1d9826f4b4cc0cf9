package secrets

import (
	"encoding/json"
	"net/http"
	"time"
)

// HandleExpiry serves GET /v1/secrets/expiry: names and days left, never values.
func HandleExpiry(all func() []Secret, now func() time.Time) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		left := map[string]int{}
		for _, secret := range all() {
			left[secret.Name] = int(secret.ExpiresAt.Sub(now()).Hours() / 24)
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(left)
	}
}
