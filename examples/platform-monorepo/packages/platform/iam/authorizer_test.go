package iam

import "testing"

func TestScopesNarrowRoles(t *testing.T) {
	authorizer := Authorizer{Grants: map[string][]Action{"operator": {"gpuaas.allocation.create", "gpuaas.allocation.delete"}}}
	robot := Principal{ID: "sa-1", Roles: []string{"operator"}, Scopes: []Action{"gpuaas.allocation.create"}}
	if got := authorizer.Decide(robot, "gpuaas.allocation.create"); !got.Allowed {
		t.Fatalf("a scoped action was denied: %s", got.Reason)
	}
	if got := authorizer.Decide(robot, "gpuaas.allocation.delete"); got.Reason != "iam.outside_token_scope" {
		t.Fatalf("got %+v", got)
	}
}

func TestNoRoleMeansNo(t *testing.T) {
	if got := (Authorizer{}).Decide(Principal{ID: "u-1"}, "apps.launch"); got.Allowed {
		t.Fatal("somebody without a role was allowed")
	}
}
