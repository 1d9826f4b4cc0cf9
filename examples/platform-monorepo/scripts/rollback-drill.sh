#!/bin/sh
# Rolls a component back on the drill environment and forward again; prints how long it took.
set -eu
component=${1:?name a component}
started=$(date +%s)
deployctl rollback "$component" --to previous --environment drill
deployctl health "$component" --environment drill --wait 5m
deployctl rollout "$component" --to current --environment drill
echo "rollback drill of $component took $(($(date +%s) - started)) s"
