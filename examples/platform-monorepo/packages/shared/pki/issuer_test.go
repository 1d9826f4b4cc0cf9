package pki

import (
	"errors"
	"testing"
	"time"
)

func TestLongLivedCertificatesAreRefused(t *testing.T) {
	if err := (Request{Workload: "billing-worker", Lifetime: 25 * time.Hour}).Validate(); !errors.Is(err, ErrTooLong) {
		t.Fatalf("got %v", err)
	}
}
