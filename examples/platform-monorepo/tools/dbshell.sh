#!/bin/sh
# Opens a read-only shell on a copy of the production database.
set -eu
exec psql "${REPLICA_URL:?set REPLICA_URL to the replica}" --set=default_transaction_read_only=on
