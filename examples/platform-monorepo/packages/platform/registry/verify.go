package registry

// Verdict of a runtime verification.
type Verdict string

const (
	Verified   Verdict = "verified"
	Unsigned   Verdict = "unsigned"
	Mismatched Verdict = "mismatched"
)

// VerifyRunning compares what a node runs with what was admitted.
func VerifyRunning(admitted Image, running string, signed bool) Verdict {
	switch {
	case running != admitted.Digest:
		return Mismatched
	case !signed:
		return Unsigned
	default:
		return Verified
	}
}
