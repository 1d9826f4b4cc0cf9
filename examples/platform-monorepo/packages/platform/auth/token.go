package auth

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
)

// HashToken is what the database stores; the token itself is shown once.
func HashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// SameToken compares in constant time.
func SameToken(storedHash, token string) bool {
	return subtle.ConstantTimeCompare([]byte(storedHash), []byte(HashToken(token))) == 1
}
