package billing

import (
	"errors"
	"testing"
)

func posting(account string, side Side, micros int64) Posting {
	return Posting{Account: account, Side: side, Amount: Amount{Micros: micros, Currency: "EUR"}}
}

func TestEntriesBalance(t *testing.T) {
	var ledger Ledger
	err := ledger.Post(Entry{ID: "e1", Postings: []Posting{posting("tenant:7", Debit, 500), posting("revenue", Credit, 400)}})
	if !errors.Is(err, ErrUnbalanced) {
		t.Fatalf("an entry that is off by 100 micros was posted: %v", err)
	}
}

func TestBalanceIsCreditsLessDebits(t *testing.T) {
	var ledger Ledger
	for _, micros := range []int64{500, 250} {
		if err := ledger.Post(Entry{ID: "e", Postings: []Posting{posting("tenant:7", Debit, micros), posting("revenue", Credit, micros)}}); err != nil {
			t.Fatal(err)
		}
	}
	if got := ledger.Balance("revenue", "EUR").Micros; got != 750 {
		t.Fatalf("revenue holds %d micros, want 750", got)
	}
}
