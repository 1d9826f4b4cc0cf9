// Command node-agent runs on every GPU node and does the tasks it can lease.
package main

import (
	"log"
	"os"
	"time"

	"gpuaas.example/platform/packages/products/gpuaas/node"
)

func main() {
	name, err := os.Hostname()
	if err != nil {
		log.Fatal(err)
	}
	task := node.Task{ID: "t-1", Kind: "inventory"}
	if err := task.Lease(name, time.Now(), time.Minute); err != nil {
		log.Fatal(err)
	}
	log.Printf("%s leased %s until %s", name, task.ID, task.LeaseEnd.Format(time.RFC3339))
}
