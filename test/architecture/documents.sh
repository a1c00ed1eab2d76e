#!/usr/bin/env bash
# What the documents name exists: each file in backticks of ARCHITECTURE.md, and each local link of any document.
set -euo pipefail
source "$(dirname "$0")/support.bash"

# `src/net/dial.cpp`, `net/dial.hpp`, `scripts/*.js`, `config/`; no route ('/metrics'), no pattern ('ROOM/thing.hpp').
named_files() {
  # shellcheck disable=SC2016 # the backticks are Markdown's
  grep -oE '`[A-Za-z0-9_.*][A-Za-z0-9_./*-]*`' "$1" | tr -d '`' |
    grep -E '/|\.(hpp|cpp|h|cmake|sh|md|js|mjs|ts|tsx|json|yml|txt|service)$' | grep -vE 'ROOM|NAME|THING|…' | sort -u
}

# The repository's files for which find's expression holds.
ours() { find . \( -name .git -o -name build -o -name node_modules \) -prune -o \( "$@" \) -print; }

# Whether a name is a file's, from the root, from the headers, from the sources, or on its own.
exists() {
  local base
  for base in '' include/canary/ src/; do
    compgen -G "$base$1" > /dev/null && return
  done
  [[ $1 != */* && -n $(ours -name "$1") ]]
}

if [[ -e ARCHITECTURE.md ]]; then
  verdict 'ARCHITECTURE.md names files that exist' "$(
    named_files ARCHITECTURE.md | while read -r name; do exists "$name" || echo "$name"; done
  )"
else
  verdict 'ARCHITECTURE.md names files that exist' 'there is no ARCHITECTURE.md'
fi

verdict 'links in documents lead somewhere' "$(
  ours -name '*.md' | sort | while read -r document; do
    { grep -oE '\]\([^)#: ]+[)#]' "$document" || true; } | cut -c3- | tr -d ')#' | while read -r target; do
      [[ -e $(dirname "$document")/$target ]] || echo "$document: $target"
    done
  done
)"

exit $exit_code
