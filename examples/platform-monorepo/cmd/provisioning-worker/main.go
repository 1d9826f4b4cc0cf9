// Command provisioning-worker places requested allocations on nodes.
package main

import (
	"log"

	"gpuaas.example/platform/packages/products/gpuaas/allocation"
)

func main() {
	a := allocation.Allocation{ID: "al-1", GPUs: 1, State: allocation.Requested}
	if err := a.Move(allocation.Placed); err != nil {
		log.Fatal(err)
	}
	log.Printf("placed %s", a.ID)
}
