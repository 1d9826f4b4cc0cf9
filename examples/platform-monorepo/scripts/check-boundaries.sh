#!/bin/sh
# Lists imports that cross a domain boundary and compares them with the baseline by fingerprint.
set -eu
mode=${1:-blocking_new}
baseline=doc/architecture/platform-foundation/guard-fingerprint-baseline.tsv
go list -f '{{.ImportPath}} {{join .Imports " "}}' ./... | boundary-guard --mode "$mode" --baseline "$baseline"
