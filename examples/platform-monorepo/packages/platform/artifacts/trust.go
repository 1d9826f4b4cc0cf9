// Package artifacts decides which builds may be promoted.
package artifacts

// Artifact is a build with what is known about it.
type Artifact struct {
	Digest     string
	Provenance bool
	Scanned    bool
	Critical   int
}

// Distrust lists why an artifact must not be promoted; empty means that it may.
func Distrust(a Artifact) []string {
	var reasons []string
	if !a.Provenance {
		reasons = append(reasons, "artifacts.no_provenance")
	}
	if !a.Scanned {
		reasons = append(reasons, "artifacts.not_scanned")
	}
	if a.Critical > 0 {
		reasons = append(reasons, "artifacts.critical_findings")
	}
	return reasons
}
