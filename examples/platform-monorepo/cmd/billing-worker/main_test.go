package main

import "testing"

func TestUnknownResourcesStopTheWorker(t *testing.T) {
	if err := run([]string{"gpu.unknown"}); err == nil {
		t.Fatal("the worker rated a resource without a rate")
	}
	if err := run([]string{"gpu.h100"}); err != nil {
		t.Fatal(err)
	}
}
