package billing

import (
	"fmt"
	"time"
)

// Rate is the price of one unit of a resource for one second.
type Rate struct {
	SKU             string
	MicrosPerSecond int64
	Currency        string
}

// RateCard holds the rates that are in force at one moment.
type RateCard map[string]Rate

// Price rates a stretch of usage; a second that has begun counts.
func (c RateCard) Price(sku string, units int64, used time.Duration) (Amount, error) {
	rate, ok := c[sku]
	if !ok {
		return Amount{}, fmt.Errorf("billing: no rate for %q", sku)
	}
	seconds := int64((used + time.Second - 1) / time.Second)
	return Amount{Micros: rate.MicrosPerSecond * units * seconds, Currency: rate.Currency}, nil
}
