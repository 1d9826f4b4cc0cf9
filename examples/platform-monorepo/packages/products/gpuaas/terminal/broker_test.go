package terminal

import (
	"errors"
	"testing"
)

func TestNothingRunsNothingOpens(t *testing.T) {
	if _, err := Open(map[string]Route{"al-1": {Node: "n-1", Port: 7681}}, "al-2"); !errors.Is(err, ErrNotRunning) {
		t.Fatalf("got %v", err)
	}
}
