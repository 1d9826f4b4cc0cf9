// Command billing-worker posts rated usage to the ledger.
package main

import (
	"fmt"
	"os"
	"time"

	"gpuaas.example/platform/packages/platform/billing"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("billing-worker: name a resource to rate")
	}
	card := billing.RateCard{"gpu.h100": {SKU: "gpu.h100", MicrosPerSecond: 900, Currency: "EUR"}}
	price, err := card.Price(args[0], 1, time.Hour)
	if err != nil {
		return err
	}
	var ledger billing.Ledger
	return ledger.Post(billing.Entry{ID: "rated-" + args[0], PostedAt: time.Now(), Postings: []billing.Posting{
		{Account: "tenant", Side: billing.Debit, Amount: price},
		{Account: "revenue", Side: billing.Credit, Amount: price},
	}})
}
