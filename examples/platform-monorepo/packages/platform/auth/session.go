// Package auth signs people in and keeps their sessions.
package auth

import "time"

// Session is a signed-in browser.
type Session struct {
	ID        string
	UserID    string
	CreatedAt time.Time
	SeenAt    time.Time
}

// Limits say how long a session lives.
type Limits struct {
	Idle     time.Duration
	Absolute time.Duration
}

// Alive is true while neither limit has passed.
func (s Session) Alive(now time.Time, limits Limits) bool {
	return now.Sub(s.SeenAt) < limits.Idle && now.Sub(s.CreatedAt) < limits.Absolute
}
