package auth

import (
	"testing"
	"time"
)

func TestAbsoluteLimitEndsABusySession(t *testing.T) {
	start := time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)
	limits := Limits{Idle: 30 * time.Minute, Absolute: 12 * time.Hour}
	now := start.Add(12 * time.Hour)
	session := Session{CreatedAt: start, SeenAt: now.Add(-time.Minute)}
	if session.Alive(now, limits) {
		t.Fatal("a session outlived its absolute limit")
	}
}
