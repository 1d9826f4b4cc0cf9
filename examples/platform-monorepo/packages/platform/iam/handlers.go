package iam

import (
	"encoding/json"
	"net/http"
)

// HandleDecision serves POST /v1/iam/decisions.
func HandleDecision(authorizer Authorizer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			Principal Principal `json:"principal"`
			Action    Action    `json:"action"`
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			http.Error(w, "body is not a decision request", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(authorizer.Decide(body.Principal, body.Action))
	}
}
