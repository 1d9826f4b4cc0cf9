package metering

import (
	"testing"
	"time"
)

func TestGapsSplitStretches(t *testing.T) {
	start := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	samples := []Sample{
		{"node-1/gpu-0", start.Add(2 * time.Minute)},
		{"node-1/gpu-0", start},
		{"node-1/gpu-0", start.Add(time.Minute)},
		{"node-1/gpu-0", start.Add(time.Hour)},
	}
	if got := len(Aggregate(samples, time.Minute)); got != 2 {
		t.Fatalf("got %d stretches, want 2", got)
	}
}
