// Package manifest reads what an app says about itself.
package manifest

import "strings"

// Manifest of an app.
type Manifest struct {
	Name  string
	Image string
	GPUs  int
	Ports []int
}

// Faults lists everything that is wrong with a manifest, not only the first thing.
func Faults(m Manifest) []string {
	var faults []string
	if m.Name == "" {
		faults = append(faults, "name is empty")
	}
	if !strings.Contains(m.Image, "@sha256:") {
		faults = append(faults, "image is not pinned by digest")
	}
	if m.GPUs < 0 {
		faults = append(faults, "gpus is negative")
	}
	for _, port := range m.Ports {
		if port < 1024 || port > 65535 {
			faults = append(faults, "ports must lie between 1024 and 65535")
			break
		}
	}
	return faults
}
