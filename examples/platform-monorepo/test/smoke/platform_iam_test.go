package smoke

import (
	"testing"

	"gpuaas.example/platform/packages/platform/iam"
)

var grants = iam.Authorizer{Grants: map[string][]iam.Action{
	"member":   {"console.open"},
	"operator": {"gpuaas.allocation.create"},
}}

func TestUserLoginAuthz(t *testing.T) {
	if got := grants.Decide(iam.Principal{ID: "u-1", Roles: []string{"member"}}, "console.open"); !got.Allowed {
		t.Fatal(got.Reason)
	}
}

func TestServiceAccountScopeValidation(t *testing.T) {
	account := iam.ServiceAccount{ID: "sa-1", Scopes: []iam.Action{"gpuaas.allocation.create"}}
	principal, err := iam.PrincipalOf(account, []string{"operator"})
	if err != nil {
		t.Fatal(err)
	}
	if got := grants.Decide(principal, "gpuaas.allocation.create"); !got.Allowed {
		t.Fatal(got.Reason)
	}
}

func TestProductRouteDenial(t *testing.T) {
	if got := grants.Decide(iam.Principal{ID: "u-1", Roles: []string{"member"}}, "gpuaas.allocation.create"); got.Allowed {
		t.Fatal("a member created an allocation")
	}
}
