#!/bin/sh
# Writes the typed client from the contracts; with --check it only says whether the committed one is current.
set -eu
target=packages/web/generated/api.d.ts
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
npx openapi-typescript doc/api/codegen.yaml --output "$fresh"
if [ "${1:-}" = "--check" ]; then
  cmp -s "$fresh" "$target" || { echo "codegen: $target is not what the contracts say; run make codegen" >&2; exit 1; }
else
  cp "$fresh" "$target"
fi
