// Command app-proxy routes app traffic by host name.
package main

import (
	"log"
	"os"

	"gpuaas.example/platform/packages/products/appplatform/proxy"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("app-proxy: name a host")
	}
	app, ok := proxy.AppOf(os.Args[1], "apps.gpuaas.example")
	if !ok {
		log.Fatalf("app-proxy: %s names no app", os.Args[1])
	}
	log.Print(app)
}
