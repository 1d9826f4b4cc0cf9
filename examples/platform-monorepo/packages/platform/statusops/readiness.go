package statusops

// Overall is the worst state of all components; no components is an outage, because nothing reports.
func Overall(components []Component) State {
	if len(components) == 0 {
		return Outage
	}
	worst := Operational
	for _, c := range components {
		if c.State > worst {
			worst = c.State
		}
	}
	return worst
}
