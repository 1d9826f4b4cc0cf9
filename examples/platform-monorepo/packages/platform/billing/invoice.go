package billing

import "sort"

// Line is what an invoice says about one resource.
type Line struct {
	SKU    string
	Amount Amount
}

// Invoice is the sum of a tenant's rated usage for one month.
type Invoice struct {
	ID       string
	TenantID string
	Month    string
	Lines    []Line
}

// Total adds the lines up; they must share one currency.
func (i Invoice) Total() (Amount, error) {
	if len(i.Lines) == 0 {
		return Amount{}, nil
	}
	total := Amount{Currency: i.Lines[0].Amount.Currency}
	var err error
	for _, line := range i.Lines {
		if total, err = total.Plus(line.Amount); err != nil {
			return Amount{}, err
		}
	}
	return total, nil
}

// SortLines orders lines by resource so that an invoice always reads the same.
func (i Invoice) SortLines() {
	sort.Slice(i.Lines, func(a, b int) bool { return i.Lines[a].SKU < i.Lines[b].SKU })
}
