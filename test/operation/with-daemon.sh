#!/usr/bin/env bash
# with-daemon.sh COMMAND…: runs a command while build/release's canaryd runs the example canaries beside it, on a free
# port of loopback and a database of its own. CANARY_URL tells the command where.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

port=$(node -e '
  const server = require("net").createServer();
  server.listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); });
')
export CANARY_URL=http://127.0.0.1:$port
folder=$(mktemp -d)
CANARY_TARGET=$CANARY_URL "$root/build/release/canaryd" --cfg "$root/config/config.js" --work.dir "$root" \
  --db.file "$folder/canary.db" --listen.port "$port" > "$folder/log" 2>&1 &
daemon=$!

finish() { # keeps the command's exit code, and adds the daemon's to it
  local status=$? ended=0
  kill "$daemon" 2> /dev/null || true
  wait "$daemon" || ended=$?
  if ((ended != 0)); then
    echo "canaryd ended with exit code $ended:" >&2
    tail -n 50 "$folder/log" >&2
    status=1
  fi
  rm -r "$folder"
  exit "$status"
}
trap finish EXIT

patience=(--retry 60 --retry-delay 1 --retry-max-time 30 --retry-all-errors)
if ! curl --silent --fail --output /dev/null "${patience[@]}" "$CANARY_URL/readyz"; then
  echo "canaryd did not become ready:" >&2
  tail -n 50 "$folder/log" >&2
  exit 1
fi
"$@"
