package smoke

import (
	"testing"
	"time"

	"gpuaas.example/platform/packages/platform/billing"
	"gpuaas.example/platform/packages/platform/billing/metering"
	"gpuaas.example/platform/packages/platform/policy"
	"gpuaas.example/platform/packages/products/appplatform/runtime"
	"gpuaas.example/platform/packages/products/gpuaas/allocation"
)

func TestGPUaaSLaunchBillingPrecheck(t *testing.T) {
	quotas := []policy.Quota{{Resource: "gpu.h100", Limit: 8}}
	hour := billing.Amount{Micros: 3_240_000, Currency: "EUR"}
	funded := billing.Account{Balance: hour}
	if reason := allocation.MayLaunch(quotas, funded, "gpu.h100", 1, hour); reason != "" {
		t.Fatalf("a funded tenant was denied: %s", reason)
	}
	empty := billing.Account{Balance: billing.Amount{Currency: "EUR"}}
	if reason := allocation.MayLaunch(quotas, empty, "gpu.h100", 1, hour); reason != "billing.insufficient_funds" {
		t.Fatalf("got %q", reason)
	}
}

func TestAppRuntimeUsageAttribution(t *testing.T) {
	at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	stretches := metering.Aggregate([]metering.Sample{{Resource: "node-1/gpu-0", At: at}, {Resource: "node-9/gpu-0", At: at}}, time.Minute)
	byApp := runtime.Attribute(stretches, map[string]string{"node-1/gpu-0": "app-7"})
	if len(byApp["app-7"]) != 1 || len(byApp["unattributed"]) != 1 {
		t.Fatalf("got %v", byApp)
	}
}

func TestLedgerInvariant(t *testing.T) {
	var ledger billing.Ledger
	one := billing.Amount{Micros: 1, Currency: "EUR"}
	err := ledger.Post(billing.Entry{ID: "e", Postings: []billing.Posting{{Account: "a", Side: billing.Debit, Amount: one}, {Account: "b", Side: billing.Debit, Amount: one}}})
	if err == nil {
		t.Fatal("two debits were posted")
	}
}
