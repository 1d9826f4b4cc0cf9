package artifacts

import "testing"

func TestEveryReasonIsNamed(t *testing.T) {
	if got := len(Distrust(Artifact{Critical: 1})); got != 3 {
		t.Fatalf("got %d reasons, want 3", got)
	}
	if got := Distrust(Artifact{Provenance: true, Scanned: true}); got != nil {
		t.Fatalf("a trusted artifact has reasons: %v", got)
	}
}
