package node

import (
	"errors"
	"testing"
	"time"
)

func TestALeaseEnds(t *testing.T) {
	now := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	task := Task{ID: "t-1", Kind: "drain"}
	if err := task.Lease("agent-a", now, time.Minute); err != nil {
		t.Fatal(err)
	}
	if err := task.Lease("agent-b", now.Add(59*time.Second), time.Minute); !errors.Is(err, ErrLeased) {
		t.Fatalf("got %v", err)
	}
	if err := task.Lease("agent-b", now.Add(time.Minute), time.Minute); err != nil {
		t.Fatal(err)
	}
}
