package registry

import (
	"encoding/json"
	"net/http"
)

// HandleVerification serves POST /v1/registry/verifications.
func HandleVerification(admitted func(repository string) (Image, bool)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			Repository string `json:"repository"`
			Running    string `json:"running"`
			Signed     bool   `json:"signed"`
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			http.Error(w, "body is not a verification", http.StatusBadRequest)
			return
		}
		image, ok := admitted(body.Repository)
		if !ok {
			http.Error(w, "repository was never admitted", http.StatusNotFound)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]Verdict{"verdict": VerifyRunning(image, body.Running, body.Signed)})
	}
}
