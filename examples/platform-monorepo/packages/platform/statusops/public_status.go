package statusops

// PublicRow is what anybody may see of a component.
type PublicRow struct {
	Name  string `json:"name"`
	State string `json:"state"`
}

var words = map[State]string{Operational: "operational", Degraded: "degraded", Outage: "outage"}

// PublicRows hides domains and objectives.
func PublicRows(components []Component) []PublicRow {
	rows := make([]PublicRow, 0, len(components))
	for _, c := range components {
		rows = append(rows, PublicRow{Name: c.ID, State: words[c.State]})
	}
	return rows
}
