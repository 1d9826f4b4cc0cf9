package billing

import (
	"encoding/json"
	"net/http"
)

// Accounts finds what a precheck needs to know about a tenant.
type Accounts interface {
	Account(tenantID string) (Account, bool)
}

// HandlePrecheck serves POST /v1/billing/prechecks.
func HandlePrecheck(accounts Accounts) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			TenantID  string `json:"tenantId"`
			FirstHour Amount `json:"firstHour"`
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			http.Error(w, "body is not a precheck", http.StatusBadRequest)
			return
		}
		account, ok := accounts.Account(body.TenantID)
		if !ok {
			http.Error(w, "no such tenant", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(CheckLaunch(account, body.FirstHour))
	}
}
