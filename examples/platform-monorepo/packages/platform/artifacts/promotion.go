package artifacts

import "fmt"

// Promote moves a trusted artifact from one channel to the next.
func Promote(a Artifact, from string) (string, error) {
	if reasons := Distrust(a); len(reasons) > 0 {
		return "", fmt.Errorf("artifacts: %s is not trusted: %v", a.Digest, reasons)
	}
	switch from {
	case "candidate":
		return "staging", nil
	case "staging":
		return "stable", nil
	default:
		return "", fmt.Errorf("artifacts: nothing follows channel %q", from)
	}
}
