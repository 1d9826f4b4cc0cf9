package harness

import (
	"testing"

	"gpuaas.example/platform/packages/platform/statusops"
)

// A status page that hears nothing shows an outage.
func TestNoReportsIsAnOutage(t *testing.T) {
	if got := statusops.Overall(nil); got != statusops.Outage {
		t.Fatalf("got %v", got)
	}
}
