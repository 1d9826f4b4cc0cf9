// Package outbox publishes events that were stored in the same transaction as the change they tell of.
package outbox

import "fmt"

// Event waits in the outbox until it is delivered.
type Event struct {
	ID      string
	Topic   string
	Payload []byte
}

// Deliver sends events in order and stops at the first that fails, so that order is kept.
func Deliver(pending []Event, send func(Event) error) (int, error) {
	for sent, event := range pending {
		if err := send(event); err != nil {
			return sent, fmt.Errorf("outbox: %s on %s: %w", event.ID, event.Topic, err)
		}
	}
	return len(pending), nil
}
