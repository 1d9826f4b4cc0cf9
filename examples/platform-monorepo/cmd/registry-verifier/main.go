// Command registry-verifier checks that nodes run what was admitted.
package main

import (
	"log"
	"os"

	"gpuaas.example/platform/packages/platform/registry"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("registry-verifier: give the admitted reference and the running digest")
	}
	admitted, err := registry.ParseImage(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	log.Print(registry.VerifyRunning(admitted, os.Args[2], true))
}
