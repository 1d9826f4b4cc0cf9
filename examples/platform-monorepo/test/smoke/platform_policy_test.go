package smoke

import (
	"testing"

	"gpuaas.example/platform/packages/platform/iam"
	"gpuaas.example/platform/packages/platform/policy"
)

func TestAccessQuotaPosture(t *testing.T) {
	if got := policy.Check([]policy.Quota{{Resource: "gpu.h100", Limit: 8, Used: 2}}, "gpu.h100", 6); got != policy.NotDenied {
		t.Fatalf("got %q", got)
	}
}

func TestLaunchDenialReason(t *testing.T) {
	if got := policy.Check([]policy.Quota{{Resource: "gpu.h100", Limit: 8, Used: 8}}, "gpu.h100", 1); got != policy.QuotaExhausted {
		t.Fatalf("got %q", got)
	}
}

func TestAppDenialReason(t *testing.T) {
	if got := (policy.Config{Region: "eu-central"}).Launchable(); got != policy.RegionClosed {
		t.Fatalf("got %q", got)
	}
}

func TestTokenDenialReason(t *testing.T) {
	robot := iam.Principal{ID: "sa-1", Roles: []string{"operator"}, Scopes: []iam.Action{}}
	if got := grants.Decide(robot, "gpuaas.allocation.create"); got.Reason != "iam.outside_token_scope" {
		t.Fatalf("got %+v", got)
	}
}
