package billing

// Difference is a tenant whose ledger and rated usage disagree.
type Difference struct {
	TenantID string
	Ledger   int64
	Usage    int64
}

// Reconcile compares ledger totals with rated usage, both in micros by tenant, and names every disagreement.
func Reconcile(ledger, usage map[string]int64) []Difference {
	var found []Difference
	for tenant, posted := range ledger {
		if rated := usage[tenant]; rated != posted {
			found = append(found, Difference{TenantID: tenant, Ledger: posted, Usage: rated})
		}
	}
	for tenant, rated := range usage {
		if _, posted := ledger[tenant]; !posted {
			found = append(found, Difference{TenantID: tenant, Usage: rated})
		}
	}
	return found
}
