package billing

import "testing"

func TestPrecheckNamesItsReason(t *testing.T) {
	hour := Amount{Micros: 1000, Currency: "EUR"}
	cases := []struct {
		name    string
		account Account
		reason  string
	}{
		{"funded", Account{Balance: Amount{Micros: 1000, Currency: "EUR"}}, ""},
		{"short", Account{Balance: Amount{Micros: 999, Currency: "EUR"}}, "billing.insufficient_funds"},
		{"suspended", Account{Suspended: true, Balance: Amount{Micros: 9999, Currency: "EUR"}}, "billing.account_suspended"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := CheckLaunch(c.account, hour); got.Reason != c.reason || got.Admitted != (c.reason == "") {
				t.Fatalf("got %+v, want reason %q", got, c.reason)
			}
		})
	}
}
