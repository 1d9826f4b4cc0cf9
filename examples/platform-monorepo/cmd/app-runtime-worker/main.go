// Command app-runtime-worker launches and decommissions apps.
package main

import (
	"log"
	"strings"

	"gpuaas.example/platform/packages/products/appplatform/manifest"
	"gpuaas.example/platform/packages/products/appplatform/runtime"
)

func main() {
	image := "registry.gpuaas.example/notebook@sha256:" + strings.Repeat("0", 64)
	app, err := runtime.Launch("app-1", manifest.Manifest{Name: "notebook", Image: image, Ports: []int{8888}})
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("launched %s", app.ID)
}
