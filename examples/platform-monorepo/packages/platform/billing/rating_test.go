package billing

import (
	"testing"
	"time"
)

func TestBegunSecondsCount(t *testing.T) {
	card := RateCard{"gpu.h100": {SKU: "gpu.h100", MicrosPerSecond: 900, Currency: "EUR"}}
	price, err := card.Price("gpu.h100", 2, 1500*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	if price.Micros != 3600 {
		t.Fatalf("two GPUs for 1.5 s cost %d micros, want 3600", price.Micros)
	}
}

func TestUnknownResourcesAreNotFree(t *testing.T) {
	if _, err := (RateCard{}).Price("gpu.unknown", 1, time.Second); err == nil {
		t.Fatal("a resource without a rate was priced")
	}
}
