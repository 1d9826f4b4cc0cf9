package harness

import (
	"testing"

	"gpuaas.example/platform/packages/platform/billing"
)

// What GPUaaS does while billing is away: an answer without an account is a denial with a reason, never a free launch.
func TestBillingAwayIsNeverAFreeLaunch(t *testing.T) {
	answer := billing.CheckLaunch(billing.Account{}, billing.Amount{Micros: 1, Currency: "EUR"})
	if answer.Admitted || answer.Reason == "" {
		t.Fatalf("got %+v", answer)
	}
}
