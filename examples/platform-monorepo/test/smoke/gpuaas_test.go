package smoke

import (
	"testing"
	"time"

	"gpuaas.example/platform/packages/products/gpuaas/allocation"
	"gpuaas.example/platform/packages/products/gpuaas/node"
	"gpuaas.example/platform/packages/products/gpuaas/terminal"
)

func TestAllocationLifecycle(t *testing.T) {
	a := allocation.Allocation{ID: "al-1", State: allocation.Requested}
	for _, to := range []allocation.State{allocation.Placed, allocation.Running, allocation.Releasing, allocation.Released} {
		if err := a.Move(to); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNodeAgentTask(t *testing.T) {
	task := node.Task{ID: "t-1", Kind: "inventory"}
	if err := task.Lease("agent-a", time.Now(), time.Minute); err != nil {
		t.Fatal(err)
	}
}

func TestTerminalRoute(t *testing.T) {
	if _, err := terminal.Open(map[string]terminal.Route{"al-1": {Node: "node-1", Port: 7681}}, "al-1"); err != nil {
		t.Fatal(err)
	}
}
