package outbox

import (
	"errors"
	"testing"
)

func TestDeliveryStopsAtTheFirstFailure(t *testing.T) {
	sent, err := Deliver([]Event{{ID: "1"}, {ID: "2"}, {ID: "3"}}, func(e Event) error {
		if e.ID == "2" {
			return errors.New("broker is away")
		}
		return nil
	})
	if err == nil || sent != 1 {
		t.Fatalf("sent %d, error %v", sent, err)
	}
}
