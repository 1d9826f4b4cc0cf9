package policy

// Config is what operators set for a region.
type Config struct {
	Region       string
	Open         bool
	MaxAppsPerVM int
}

// Launchable denies launches in a region that is closed for maintenance.
func (c Config) Launchable() Denial {
	if !c.Open {
		return RegionClosed
	}
	return NotDenied
}
