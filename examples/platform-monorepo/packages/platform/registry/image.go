// Package registry holds the images that nodes and apps may run.
package registry

import (
	"fmt"
	"strings"
)

// Image is named by digest; a tag alone can move.
type Image struct {
	Repository string
	Digest     string
}

// ParseImage reads repository@sha256:… and refuses anything that is not pinned.
func ParseImage(reference string) (Image, error) {
	repository, digest, found := strings.Cut(reference, "@")
	if !found || !strings.HasPrefix(digest, "sha256:") || len(digest) != len("sha256:")+64 {
		return Image{}, fmt.Errorf("registry: %q is not pinned by digest", reference)
	}
	return Image{Repository: repository, Digest: digest}, nil
}
