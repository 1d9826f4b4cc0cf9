package billing

// Precheck is the answer to "may this tenant start something that costs money?".
type Precheck struct {
	Admitted bool   `json:"admitted"`
	Reason   string `json:"reason,omitempty"`
}

// Account is what a precheck looks at.
type Account struct {
	Balance     Amount
	CreditLimit Amount
	Suspended   bool
}

// CheckLaunch admits a launch when the first hour is covered by balance and credit.
func CheckLaunch(a Account, firstHour Amount) Precheck {
	switch {
	case a.Suspended:
		return Precheck{Reason: "billing.account_suspended"}
	case a.Balance.Currency != firstHour.Currency:
		return Precheck{Reason: "billing.currency_mismatch"}
	case a.Balance.Micros+a.CreditLimit.Micros < firstHour.Micros:
		return Precheck{Reason: "billing.insufficient_funds"}
	default:
		return Precheck{Admitted: true}
	}
}
