package secrets

import "fmt"

// Credential is handed to a workload once, at start.
type Credential struct {
	Workload string
	Secret   string
}

// Deliver gives a workload the credential that was issued for it and for nobody else.
func Deliver(issued map[string]string, workload string) (Credential, error) {
	secret, ok := issued[workload]
	if !ok {
		return Credential{}, fmt.Errorf("secrets: nothing was issued for %s", workload)
	}
	return Credential{Workload: workload, Secret: secret}, nil
}
