package iam

import "errors"

// ServiceAccount is a machine identity that belongs to a project.
type ServiceAccount struct {
	ID        string
	ProjectID string
	Scopes    []Action
	Disabled  bool
}

// ErrDisabled is returned for an account that was switched off.
var ErrDisabled = errors.New("iam: service account is disabled")

// PrincipalOf turns an enabled account into a principal with the given roles.
func PrincipalOf(account ServiceAccount, roles []string) (Principal, error) {
	if account.Disabled {
		return Principal{}, ErrDisabled
	}
	return Principal{ID: account.ID, Roles: roles, Scopes: account.Scopes}, nil
}
