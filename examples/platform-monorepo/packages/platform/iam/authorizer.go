// Package iam decides who may do what.
package iam

// Action is something a principal wants to do, such as "gpuaas.allocation.create".
type Action string

// Principal is a person or a service account.
type Principal struct {
	ID    string
	Roles []string
	// Scopes narrow what a service account may do; nil means that only roles count.
	Scopes []Action
}

// Decision is an answer that says why.
type Decision struct {
	Allowed bool
	Reason  string
}

// Authorizer answers from role grants.
type Authorizer struct {
	Grants map[string][]Action
}

// Decide allows an action that a role grants and, for a service account, a scope names.
func (a Authorizer) Decide(p Principal, action Action) Decision {
	granted := false
	for _, role := range p.Roles {
		if contains(a.Grants[role], action) {
			granted = true
			break
		}
	}
	if !granted {
		return Decision{Reason: "iam.no_role_grants_action"}
	}
	if p.Scopes != nil && !contains(p.Scopes, action) {
		return Decision{Reason: "iam.outside_token_scope"}
	}
	return Decision{Allowed: true}
}

func contains(actions []Action, wanted Action) bool {
	for _, action := range actions {
		if action == wanted {
			return true
		}
	}
	return false
}
