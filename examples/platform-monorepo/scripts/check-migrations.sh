#!/bin/sh
# Applies all migrations to an empty database, twice for the last one, and compares the result with the declared schema.
set -eu
createdb migration_check
trap 'dropdb migration_check' EXIT
find db/migrations -name '*.sql' | sort | while read -r file; do
  psql --quiet --set=ON_ERROR_STOP=1 --file="$file" migration_check
done
