package allocation

import (
	"testing"

	"gpuaas.example/platform/packages/platform/billing"
	"gpuaas.example/platform/packages/platform/policy"
)

func TestQuotaIsAskedBeforeMoney(t *testing.T) {
	broke := billing.Account{Balance: billing.Amount{Currency: "EUR"}}
	hour := billing.Amount{Micros: 1, Currency: "EUR"}
	if got := MayLaunch(nil, broke, "gpu.h100", 1, hour); got != "policy.no_quota" {
		t.Fatalf("got %q", got)
	}
	quotas := []policy.Quota{{Resource: "gpu.h100", Limit: 1}}
	if got := MayLaunch(quotas, broke, "gpu.h100", 1, hour); got != "billing.insufficient_funds" {
		t.Fatalf("got %q", got)
	}
}
