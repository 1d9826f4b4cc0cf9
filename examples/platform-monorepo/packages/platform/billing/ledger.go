package billing

import (
	"errors"
	"fmt"
	"time"
)

// Side says which half of an entry a posting is.
type Side string

const (
	Debit  Side = "debit"
	Credit Side = "credit"
)

// Posting is one line of a ledger entry.
type Posting struct {
	Account string
	Side    Side
	Amount  Amount
}

// Entry is what the ledger stores: at least two postings that balance.
type Entry struct {
	ID       string
	TenantID string
	PostedAt time.Time
	Postings []Posting
}

// ErrUnbalanced is returned when debits and credits of an entry differ.
var ErrUnbalanced = errors.New("billing: entry does not balance")

// Ledger is append-only: an entry is corrected by another entry, never changed.
type Ledger struct {
	entries []Entry
}

// Post appends an entry whose debits equal its credits in every currency.
func (l *Ledger) Post(e Entry) error {
	if len(e.Postings) < 2 {
		return fmt.Errorf("billing: entry %s has %d posting(s): %w", e.ID, len(e.Postings), ErrUnbalanced)
	}
	for currency, sum := range sums(e.Postings) {
		if sum != 0 {
			return fmt.Errorf("billing: entry %s is off by %d micros %s: %w", e.ID, sum, currency, ErrUnbalanced)
		}
	}
	l.entries = append(l.entries, e)
	return nil
}

// Balance is what an account holds, credits less debits, in one currency.
func (l *Ledger) Balance(account, currency string) Amount {
	balance := Amount{Currency: currency}
	for _, e := range l.entries {
		for _, p := range e.Postings {
			if p.Account != account || p.Amount.Currency != currency {
				continue
			}
			if p.Side == Credit {
				balance.Micros += p.Amount.Micros
			} else {
				balance.Micros -= p.Amount.Micros
			}
		}
	}
	return balance
}

func sums(postings []Posting) map[string]int64 {
	totals := map[string]int64{}
	for _, p := range postings {
		if p.Side == Credit {
			totals[p.Amount.Currency] += p.Amount.Micros
		} else {
			totals[p.Amount.Currency] -= p.Amount.Micros
		}
	}
	return totals
}
