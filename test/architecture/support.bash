# For the checks of this folder: each prints 'ok NAME', or 'not ok NAME' and what it found, and fails where one is not ok.
# shellcheck shell=bash
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
exit_code=0 # what the check ends with

# verdict NAME FOUND: 'ok' where nothing was found.
verdict() {
  if [[ -z $2 ]]; then
    echo "ok $1"
  else
    echo "not ok $1"
    printf '%s\n' "$2" | sed 's/^/  /'
    export exit_code=1
  fi
}

# The project's own C++ in the given folders.
sources() { find "$@" \( -name '*.cpp' -o -name '*.hpp' -o -name '*.h' \) | sort; }

# matches PATTERN FILE…: 'file:line:code' of each line that matches the extended expression, comments left out.
matches() {
  local pattern=$1
  shift
  awk -v pattern="$pattern" '{
    code = $0
    sub(/\/\/.*/, "", code)
    if (code ~ pattern) print FILENAME ":" FNR ":" $0
  }' "$@" < /dev/null
}
