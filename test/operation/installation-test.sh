#!/usr/bin/env bash
# `cmake --install` of build/release, tried: what is there, that it runs, and that systemd would take the unit.
set -euo pipefail
cd "$(dirname "$0")/../.."
source test/operation/support.bash

prefix=$PWD/build/stage
examples=$prefix/share/canaryd/examples
unit=$prefix/lib/systemd/system/canaryd.service
rm -rf "$prefix"

all_there() {
  local file missing=0
  for file in bin/canaryd bin/canaryctl lib/systemd/system/canaryd.service \
    share/canaryd/examples/config.js share/canaryd/examples/scripts/hello-world.js \
    share/canaryd/systemd/allow-exec.conf \
    share/canaryd/prometheus/prometheus.yml share/canaryd/prometheus/prometheus-rules.yml \
    share/doc/canaryd/README.md share/doc/canaryd/LICENSE share/doc/canaryd/docs/operating.md; do
    [[ -e $prefix/$file ]] || { echo "$file is not there"; missing=1; }
  done
  return "$missing"
}

# systemd only warns of what it does not understand.
drop_in_is_understood() {
  local said
  said=$(systemd-analyze verify "$1" 2>&1 | grep -F allow-exec.conf || true)
  printf '%s\n' "$said"
  [[ -z $said ]]
}

check 'cmake --install succeeds' cmake --install build/release --prefix "$prefix"
check 'programs, unit, examples and documents are installed' all_there
check 'the installed canaryd tells its version' "$prefix/bin/canaryd" --version
check 'the installed examples are valid' \
  "$prefix/bin/canaryd" --check --work.dir "$examples" --cfg "$examples/config.js"
check 'the unit starts the installed canaryd' grep -q "^ExecStart=$prefix/bin/canaryd " "$unit"
completions_are_there() {
  local file missing=0
  for file in bash-completion/completions/canary{ctl,d} zsh/site-functions/_canaryctl fish/vendor_completions.d/canary{ctl,d}.fish; do
    [[ -s $prefix/share/$file ]] || { echo "no share/$file"; missing=1; }
  done
  return "$missing"
}
check 'what completes command lines is installed' completions_are_there
# shellcheck disable=SC2016 # for the bash that is started
check 'bash takes what is installed for it' bash --norc -c 'source "$1" && complete -p canaryd' _ \
  "$prefix/share/bash-completion/completions/canaryd"
if systemd-analyze security --help 2> /dev/null | grep -q -- --offline; then
  check 'systemd accepts the unit' systemd-analyze verify "$unit"
  with_programs=$prefix/with-programs
  mkdir -p "$with_programs/canaryd.service.d"
  cp "$unit" "$with_programs"
  cp "$prefix/share/canaryd/systemd/allow-exec.conf" "$with_programs/canaryd.service.d"
  check 'systemd understands the drop-in that lets canaries run programs' \
    drop_in_is_understood "$with_programs/canaryd.service"
  check 'the unit is exposed less than 2.0' \
    systemd-analyze security --no-pager --offline=true --threshold=20 config/canaryd.service
else
  echo "ok the unit is accepted by systemd # skip no systemd 250 or later here"
fi

exit "$exit_code"
