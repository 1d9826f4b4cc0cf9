// Package metering turns usage samples into stretches that can be rated.
package metering

import (
	"sort"
	"time"
)

// Sample says that a resource was in use at a moment.
type Sample struct {
	Resource string
	At       time.Time
}

// Stretch is an unbroken run of samples.
type Stretch struct {
	Resource string
	From, To time.Time
}

// Aggregate joins samples of a resource that are at most gap apart.
func Aggregate(samples []Sample, gap time.Duration) []Stretch {
	ordered := append([]Sample(nil), samples...)
	sort.Slice(ordered, func(a, b int) bool {
		if ordered[a].Resource != ordered[b].Resource {
			return ordered[a].Resource < ordered[b].Resource
		}
		return ordered[a].At.Before(ordered[b].At)
	})
	var stretches []Stretch
	for _, s := range ordered {
		last := len(stretches) - 1
		if last >= 0 && stretches[last].Resource == s.Resource && s.At.Sub(stretches[last].To) <= gap {
			stretches[last].To = s.At
			continue
		}
		stretches = append(stretches, Stretch{Resource: s.Resource, From: s.At, To: s.At})
	}
	return stretches
}
