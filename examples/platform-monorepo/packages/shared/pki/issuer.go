// Package pki issues the short-lived certificates that services show each other.
package pki

import (
	"errors"
	"time"
)

// MaxLifetime of a workload certificate.
const MaxLifetime = 24 * time.Hour

// Request asks for a certificate for one workload.
type Request struct {
	Workload string
	Lifetime time.Duration
}

// ErrTooLong is returned for a lifetime above MaxLifetime.
var ErrTooLong = errors.New("pki: lifetime is longer than a day")

// Validate refuses anonymous and long-lived certificates.
func (r Request) Validate() error {
	if r.Workload == "" {
		return errors.New("pki: workload is empty")
	}
	if r.Lifetime > MaxLifetime {
		return ErrTooLong
	}
	return nil
}
