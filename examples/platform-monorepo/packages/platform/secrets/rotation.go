// Package secrets keeps credentials and rotates them before they expire.
package secrets

import "time"

// Secret is a credential's life, never its value.
type Secret struct {
	Name      string
	IssuedAt  time.Time
	ExpiresAt time.Time
}

// Due is true from two thirds of a secret's life on, so that a failed rotation can be tried again.
func (s Secret) Due(now time.Time) bool {
	life := s.ExpiresAt.Sub(s.IssuedAt)
	return !now.Before(s.IssuedAt.Add(life * 2 / 3))
}
