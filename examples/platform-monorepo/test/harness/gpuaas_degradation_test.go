package harness

import (
	"testing"
	"time"

	"gpuaas.example/platform/packages/products/gpuaas/node"
)

// A node agent that dies loses its lease, so another one can go on.
func TestALostAgentDoesNotKeepItsTask(t *testing.T) {
	now := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	task := node.Task{ID: "t-1", LeasedTo: "agent-a", LeaseEnd: now}
	if err := task.Lease("agent-b", now, time.Minute); err != nil {
		t.Fatal(err)
	}
}
