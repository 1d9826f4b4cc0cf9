// Command rotation-worker rotates secrets that are due.
package main

import (
	"log"
	"time"

	"gpuaas.example/platform/packages/platform/secrets"
)

func main() {
	now := time.Now()
	for _, secret := range []secrets.Secret{{Name: "billing-worker", IssuedAt: now.AddDate(0, -2, 0), ExpiresAt: now.AddDate(0, 1, 0)}} {
		if secret.Due(now) {
			log.Printf("%s is due", secret.Name)
		}
	}
}
