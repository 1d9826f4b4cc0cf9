package secrets

import (
	"testing"
	"time"
)

func TestRotationStartsAtTwoThirds(t *testing.T) {
	issued := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	secret := Secret{Name: "billing-worker", IssuedAt: issued, ExpiresAt: issued.Add(90 * 24 * time.Hour)}
	if secret.Due(issued.Add(59 * 24 * time.Hour)) {
		t.Fatal("rotated too early")
	}
	if !secret.Due(issued.Add(60 * 24 * time.Hour)) {
		t.Fatal("rotated too late")
	}
}
