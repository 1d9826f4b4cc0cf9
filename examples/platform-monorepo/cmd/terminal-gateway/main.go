// Command terminal-gateway carries terminal traffic between browsers and nodes.
package main

import (
	"log"

	"gpuaas.example/platform/packages/products/gpuaas/terminal"
)

func main() {
	route, err := terminal.Open(map[string]terminal.Route{"al-1": {Node: "node-1", Port: 7681}}, "al-1")
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("al-1 is served by %s:%d", route.Node, route.Port)
}
