#!/usr/bin/env bash
# C++ as clang-format 14 has it (later versions differ in small things), and shell scripts as shellcheck likes them.
set -euo pipefail
source "$(dirname "$0")/support.bash"

mapfile -t ours < <(sources src include test)
verdict 'C++ is formatted (clang-format-14 -i FILE… does it)' "$(
  for file in "${ours[@]}"; do
    cmp --quiet "$file" <(clang-format-14 "$file") || echo "$file"
  done
)"

mapfile -t scripts < <(
  ls dev .ci/run
  find cmake test -name node_modules -prune -o \( -name '*.sh' -o -name '*.bash' \) -print | sort
)
# SC2317 takes a function for unused that is called by way of another.
verdict 'shell scripts pass shellcheck' "$(
  shellcheck --external-sources --source-path=SCRIPTDIR --exclude=SC2317 "${scripts[@]}" 2>&1 || true
)"

exit $exit_code
