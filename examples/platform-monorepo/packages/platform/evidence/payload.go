package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Payload is the release evidence that products attach to a promotion.
type Payload struct {
	Release string   `json:"release"`
	Bundles []Bundle `json:"bundles"`
}

// Digest identifies a payload by its content.
func (p Payload) Digest() (string, error) {
	encoded, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(encoded)
	return "sha256:" + hex.EncodeToString(sum[:]), nil
}
