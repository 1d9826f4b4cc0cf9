// Command metering-exporter reads usage samples from standard input and prints stretches.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"

	"gpuaas.example/platform/packages/platform/billing/metering"
)

func main() {
	var samples []metering.Sample
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		resource, stamp, found := strings.Cut(lines.Text(), " ")
		at, err := time.Parse(time.RFC3339, stamp)
		if !found || err != nil {
			fmt.Fprintf(os.Stderr, "metering-exporter: not a sample: %q\n", lines.Text())
			os.Exit(2)
		}
		samples = append(samples, metering.Sample{Resource: resource, At: at})
	}
	for _, s := range metering.Aggregate(samples, time.Minute) {
		fmt.Println(s.Resource, s.From.Format(time.RFC3339), s.To.Format(time.RFC3339))
	}
}
