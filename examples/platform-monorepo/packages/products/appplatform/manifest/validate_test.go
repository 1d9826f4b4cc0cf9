package manifest

import "testing"

func TestAllFaultsAtOnce(t *testing.T) {
	if got := len(Faults(Manifest{GPUs: -1, Ports: []int{80}})); got != 4 {
		t.Fatalf("got %d faults, want 4", got)
	}
}
