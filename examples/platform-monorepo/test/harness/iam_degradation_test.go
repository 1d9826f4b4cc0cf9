package harness

import (
	"testing"

	"gpuaas.example/platform/packages/platform/iam"
)

// An authorizer that could not load its grants denies everybody.
func TestNoGrantsMeansNo(t *testing.T) {
	if got := (iam.Authorizer{}).Decide(iam.Principal{ID: "u-1", Roles: []string{"operator"}}, "gpuaas.allocation.create"); got.Allowed {
		t.Fatal("an empty authorizer allowed something")
	}
}
