// Command evidence-collector bundles what the gates of a release answered.
package main

import (
	"fmt"
	"log"

	"gpuaas.example/platform/packages/platform/evidence"
)

func main() {
	digest, err := evidence.Payload{Release: "platform-control-2026.47"}.Digest()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(digest)
}
