package evidence

import (
	"errors"
	"testing"
)

func TestEvidenceOfAnotherRevisionIsRefused(t *testing.T) {
	bundle := Bundle{Domain: "platform-billing", GitCommit: "a1"}
	if err := bundle.Add(Item{Gate: "global/contracts", GitCommit: "b2"}); !errors.Is(err, ErrOtherSource) {
		t.Fatalf("got %v", err)
	}
	if len(bundle.Items) != 0 {
		t.Fatal("the refused item was kept")
	}
}
