package runtime

import (
	"errors"
	"strings"
	"testing"

	"gpuaas.example/platform/packages/products/appplatform/manifest"
)

func TestADecommissionedAppCannotBeReached(t *testing.T) {
	m := manifest.Manifest{Name: "notebook", Image: "r/n@sha256:" + strings.Repeat("a", 64), Ports: []int{8888}}
	app, err := Launch("app-1", m)
	if err != nil {
		t.Fatal(err)
	}
	app.Decommission()
	if _, _, err := app.Connect("node-1"); !errors.Is(err, ErrStopped) {
		t.Fatalf("got %v", err)
	}
}
