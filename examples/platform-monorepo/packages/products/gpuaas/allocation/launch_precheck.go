package allocation

import (
	"gpuaas.example/platform/packages/platform/billing"
	"gpuaas.example/platform/packages/platform/policy"
)

// MayLaunch asks quota first, because it is cheaper to answer than money.
func MayLaunch(quotas []policy.Quota, account billing.Account, sku string, gpus int64, firstHour billing.Amount) string {
	if denial := policy.Check(quotas, sku, gpus); denial != policy.NotDenied {
		return string(denial)
	}
	return billing.CheckLaunch(account, firstHour).Reason
}
