// Package node gives work to the agents on GPU nodes.
package node

import (
	"errors"
	"time"
)

// Task is one thing a node agent has to do.
type Task struct {
	ID       string
	Kind     string
	LeasedTo string
	LeaseEnd time.Time
}

// ErrLeased is returned while another agent holds a task.
var ErrLeased = errors.New("node: task is leased")

// Lease gives a task to an agent, or back to the same agent, until the lease ends.
func (t *Task) Lease(agent string, now time.Time, length time.Duration) error {
	if t.LeasedTo != "" && t.LeasedTo != agent && now.Before(t.LeaseEnd) {
		return ErrLeased
	}
	t.LeasedTo = agent
	t.LeaseEnd = now.Add(length)
	return nil
}
