#!/usr/bin/env bash
# What promtool says of config/'s Prometheus files, and that the alerts name metrics that canaryd has.
set -euo pipefail
cd "$(dirname "$0")/../.."
source test/operation/support.bash

check 'promtool accepts prometheus.yml' promtool check config config/prometheus.yml
check 'promtool accepts the alerts' promtool check rules config/prometheus-rules.yml
check 'each alert fires when it must, and only then' promtool test rules config/prometheus-rules.test.yml

families=$(grep -oE '\.name = "[a-z_]+"' src/metrics/families.cpp | cut -d'"' -f2)

# Prometheus finds nothing wrong with an alert on a metric that nobody exports: it never fires.
alerts_ask_for_families() {
  local name unknown=0
  while read -r name; do
    grep -qx "$name" <<< "$families" || { echo "$name is in no table of metrics"; unknown=1; }
  done < <(grep -oE '\b(canary|test|process)_[a-z_]+\b' config/prometheus-rules.yml | grep -vx test_name | sort -u)
  return "$unknown"
}
check 'the alerts ask for metrics that canaryd has' alerts_ask_for_families

families_are_documented() {
  local name unknown=0
  for name in $families; do
    grep -qE "^\|.*\`${name}[\`{]" docs/operating.md || { echo "docs/operating.md has no $name"; unknown=1; }
  done
  return "$unknown"
}
check 'docs/operating.md has every metric' families_are_documented

exit "$exit_code"
