package registry

import (
	"strings"
	"testing"
)

func TestTagsAreNotPinned(t *testing.T) {
	if _, err := ParseImage("registry.example/trainer:latest"); err == nil {
		t.Fatal("a moving tag was accepted")
	}
}

func TestRunningSomethingElseIsAMismatch(t *testing.T) {
	image, err := ParseImage("registry.example/trainer@sha256:" + strings.Repeat("a", 64))
	if err != nil {
		t.Fatal(err)
	}
	if got := VerifyRunning(image, "sha256:"+strings.Repeat("b", 64), true); got != Mismatched {
		t.Fatalf("got %s", got)
	}
}
