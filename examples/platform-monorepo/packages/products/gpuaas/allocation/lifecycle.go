// Package allocation moves GPU allocations through their life.
package allocation

import "fmt"

// State of an allocation.
type State string

const (
	Requested State = "requested"
	Placed    State = "placed"
	Running   State = "running"
	Releasing State = "releasing"
	Released  State = "released"
	Failed    State = "failed"
)

var next = map[State][]State{
	Requested: {Placed, Failed},
	Placed:    {Running, Releasing, Failed},
	Running:   {Releasing, Failed},
	Releasing: {Released, Failed},
}

// Allocation is a claim on GPUs of one node.
type Allocation struct {
	ID     string
	NodeID string
	GPUs   int
	State  State
}

// Move changes the state if the life of an allocation allows it.
func (a *Allocation) Move(to State) error {
	for _, allowed := range next[a.State] {
		if allowed == to {
			a.State = to
			return nil
		}
	}
	return fmt.Errorf("allocation: %s cannot go from %s to %s", a.ID, a.State, to)
}
