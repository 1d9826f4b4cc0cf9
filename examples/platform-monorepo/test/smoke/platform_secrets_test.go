package smoke

import (
	"testing"
	"time"

	"gpuaas.example/platform/packages/platform/secrets"
)

func TestRotationExpiryEvidence(t *testing.T) {
	issued := time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
	secret := secrets.Secret{Name: "api", IssuedAt: issued, ExpiresAt: issued.AddDate(0, 3, 0)}
	if !secret.Due(issued.AddDate(0, 2, 15)) {
		t.Fatal("a secret near its end is not due")
	}
}

func TestServiceAuthCredentialDelivery(t *testing.T) {
	issued := map[string]string{"app-runtime-worker": "s1", "provisioning-worker": "s2"}
	for workload, want := range issued {
		credential, err := secrets.Deliver(issued, workload)
		if err != nil || credential.Secret != want {
			t.Fatalf("%s: got %+v, error %v", workload, credential, err)
		}
	}
	if _, err := secrets.Deliver(issued, "somebody-else"); err == nil {
		t.Fatal("an unknown workload got a credential")
	}
}
