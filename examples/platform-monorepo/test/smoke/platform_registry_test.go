package smoke

import (
	"strings"
	"testing"

	"gpuaas.example/platform/packages/platform/artifacts"
	"gpuaas.example/platform/packages/platform/registry"
)

func TestRegistryRuntimeVerification(t *testing.T) {
	digest := "sha256:" + strings.Repeat("a", 64)
	image, err := registry.ParseImage("registry.gpuaas.example/trainer@" + digest)
	if err != nil {
		t.Fatal(err)
	}
	if got := registry.VerifyRunning(image, digest, true); got != registry.Verified {
		t.Fatalf("got %s", got)
	}
}

func TestArtifactTrustPromotion(t *testing.T) {
	channel, err := artifacts.Promote(artifacts.Artifact{Digest: "sha256:a", Provenance: true, Scanned: true}, "candidate")
	if err != nil || channel != "staging" {
		t.Fatalf("channel %q, error %v", channel, err)
	}
	if _, err := artifacts.Promote(artifacts.Artifact{Digest: "sha256:b"}, "candidate"); err == nil {
		t.Fatal("an unscanned artifact was promoted")
	}
}
