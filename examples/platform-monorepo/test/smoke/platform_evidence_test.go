package smoke

import (
	"strings"
	"testing"

	"gpuaas.example/platform/packages/platform/evidence"
	"gpuaas.example/platform/packages/platform/statusops"
)

func TestReleaseEvidencePayload(t *testing.T) {
	digest, err := evidence.Payload{Release: "platform-control-2026.47"}.Digest()
	if err != nil || !strings.HasPrefix(digest, "sha256:") {
		t.Fatalf("digest %q, error %v", digest, err)
	}
}

func TestStatusReadiness(t *testing.T) {
	if got := statusops.Overall([]statusops.Component{{ID: "billing"}}); got != statusops.Operational {
		t.Fatalf("got %v", got)
	}
}

func TestPublicStatus(t *testing.T) {
	rows := statusops.PublicRows([]statusops.Component{{ID: "billing", Domain: "platform-billing", State: statusops.Degraded}})
	if len(rows) != 1 || rows[0].State != "degraded" {
		t.Fatalf("got %v", rows)
	}
}
