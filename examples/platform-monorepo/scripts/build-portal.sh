#!/bin/sh
# Builds the documentation portal from doc/ into doc/portal/generated.
set -eu
npx @gpuaas/portal build --source doc --out doc/portal/generated
