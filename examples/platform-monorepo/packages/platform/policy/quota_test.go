package policy

import "testing"

func TestNoQuotaMeansNo(t *testing.T) {
	if got := Check(nil, "gpu.h100", 1); got != NoQuota {
		t.Fatalf("got %q", got)
	}
}

func TestTheLastUnitMayBeTaken(t *testing.T) {
	quotas := []Quota{{Resource: "gpu.h100", Limit: 8, Used: 7}}
	if got := Check(quotas, "gpu.h100", 1); got != NotDenied {
		t.Fatalf("got %q", got)
	}
	if got := Check(quotas, "gpu.h100", 2); got != QuotaExhausted {
		t.Fatalf("got %q", got)
	}
}
