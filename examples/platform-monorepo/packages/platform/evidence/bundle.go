// Package evidence keeps what was run for a release, and what it answered.
package evidence

import (
	"errors"
	"time"
)

// Item is one gate's result on one source revision.
type Item struct {
	Gate       string
	Result     string
	Command    string
	GitCommit  string
	RecordedAt time.Time
}

// Bundle is the evidence of one domain for one release.
type Bundle struct {
	Domain    string
	GitCommit string
	Items     []Item
}

// ErrOtherSource is returned for evidence of another revision.
var ErrOtherSource = errors.New("evidence: item speaks for another revision")

// Add takes an item that speaks for the bundle's revision.
func (b *Bundle) Add(item Item) error {
	if item.GitCommit != b.GitCommit {
		return ErrOtherSource
	}
	b.Items = append(b.Items, item)
	return nil
}
