package statusops

import "testing"

func TestSilenceIsAnOutage(t *testing.T) {
	if Overall(nil) != Outage {
		t.Fatal("no component reports and the platform looks fine")
	}
}

func TestTheWorstComponentDecides(t *testing.T) {
	if got := Overall([]Component{{ID: "billing"}, {ID: "registry", State: Degraded}}); got != Degraded {
		t.Fatalf("got %v", got)
	}
}
