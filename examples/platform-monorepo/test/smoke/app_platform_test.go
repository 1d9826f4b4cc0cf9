package smoke

import (
	"strings"
	"testing"

	"gpuaas.example/platform/packages/products/appplatform/manifest"
	"gpuaas.example/platform/packages/products/appplatform/runtime"
)

var notebook = manifest.Manifest{Name: "notebook", Image: "r/notebook@sha256:" + strings.Repeat("a", 64), Ports: []int{8888}}

func TestManifestValidation(t *testing.T) {
	if faults := manifest.Faults(notebook); faults != nil {
		t.Fatal(faults)
	}
}

func TestLaunchConnectDecommission(t *testing.T) {
	app, err := runtime.Launch("app-1", notebook)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := app.Connect("node-1"); err != nil {
		t.Fatal(err)
	}
	app.Decommission()
	if _, _, err := app.Connect("node-1"); err == nil {
		t.Fatal("a decommissioned app answers")
	}
}
