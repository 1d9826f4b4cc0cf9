// Package policy holds quotas and says, in one word, why something is denied.
package policy

// Quota is how much of a resource a project may hold at once.
type Quota struct {
	Resource string
	Limit    int64
	Used     int64
}

// Denial is a reason code that products show to people.
type Denial string

const (
	NotDenied      Denial = ""
	QuotaExhausted Denial = "policy.quota_exhausted"
	NoQuota        Denial = "policy.no_quota"
	RegionClosed   Denial = "policy.region_closed"
)

// Check answers whether a project may take more of a resource; no quota means no.
func Check(quotas []Quota, resource string, wanted int64) Denial {
	for _, quota := range quotas {
		if quota.Resource != resource {
			continue
		}
		if quota.Used+wanted > quota.Limit {
			return QuotaExhausted
		}
		return NotDenied
	}
	return NoQuota
}
