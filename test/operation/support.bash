# For the checks of this folder: check NAME COMMAND… prints 'ok NAME', or 'not ok NAME' and what the command said.
# shellcheck shell=bash
exit_code=0

check() {
  local name=$1 said
  shift
  if said=$("$@" 2>&1); then
    echo "ok $name"
  else
    echo "not ok $name"
    printf '%s\n' "$said" | tail -n 40 | sed 's/^/  /'
    export exit_code=1
  fi
}
