#!/bin/sh
# Prints the last 28 days of a component against its objective; exits 1 when the budget is spent.
set -eu
component=${1:?name a component}
statusctl slo "$component" --window 28d --fail-when-exhausted
