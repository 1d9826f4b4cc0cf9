#!/bin/sh
# Checks every OpenAPI and AsyncAPI document and refuses a breaking change against the main branch.
set -eu
npx @redocly/cli lint 'doc/api/*.openapi.yaml'
npx @asyncapi/cli validate doc/api/events/*.asyncapi.yaml
npx oasdiff breaking --base origin/main --revision HEAD doc/api
