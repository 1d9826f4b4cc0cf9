// Package billing rates usage, keeps the ledger and answers launch prechecks.
package billing

import "fmt"

// Amount is money in micro-units (one millionth) of a currency, so that rates per second stay exact.
type Amount struct {
	Micros   int64
	Currency string
}

// Plus adds two amounts of the same currency.
func (a Amount) Plus(b Amount) (Amount, error) {
	if a.Currency != b.Currency {
		return Amount{}, fmt.Errorf("billing: cannot add %s to %s", b.Currency, a.Currency)
	}
	return Amount{Micros: a.Micros + b.Micros, Currency: a.Currency}, nil
}
