#!/usr/bin/env bash
# Which room may include which (ARCHITECTURE.md), and no room may include another's private headers.
set -euo pipefail
source "$(dirname "$0")/support.bash"

declare -A may_include=(
  [core]=''
  [config]='core script'
  [script]='core'
  [script/modules]='script net process core'
  [net]='core'
  [process]='core'
  [run]='script net process core'
  [schedule]='run core'
  [events]='schedule core'
  [store]='core'
  [metrics]='core'
  [api]='store schedule events metrics core'
  [app]='api config core events metrics net run schedule script store'
  [command]='app api config core net run store'
  [canaryd]='app config core'
  [canaryctl]='command'
)

# The room of a path below src/ or include/canary/.
room_of() {
  case $1 in
    script/modules/*) echo script/modules ;;
    *) echo "${1%%/*}" ;;
  esac
}

violations=''
while IFS=: read -r file line include; do
  path=${file#src/}
  path=${path#include/canary/}
  room=$(room_of "$path")
  included=${include#*\"canary/}
  target=$(room_of "${included%%\"*}")
  # A folder of a room is the room's own; script/modules is held apart because it alone may use the network.
  [[ $target == "$room" || ${target%%/*} == "${room%%/*}" ]] && continue
  [[ " ${may_include[$room]-} " == *" ${target%%/*} "* ]] && continue
  violations+="$file:$line: ${room} may not include ${target}"$'\n'
done < <(sources src include/canary | xargs grep -HnE '^ *# *include "canary/')
verdict 'rooms include only those that they may' "${violations%$'\n'}"

verdict 'every room is in the table of rooms' "$(
  for folder in src/*/ include/canary/*/; do
    room=$(basename "$folder")
    [[ $room == asio || -v may_include[$room] ]] || echo "$folder is not in $0"
  done
)"

verdict 'no room reaches into the folder of another' "$(
  sources src include test | xargs grep -HnE '^ *# *include "\.\./' | while IFS=: read -r file line include; do
    included=${include#*\"}
    path=$(realpath --canonicalize-missing --relative-to=. "$(dirname "$file")/${included%%\"*}")
    [[ $(room_of "${path#*/}") == "$(room_of "${file#*/}")" ]] || echo "$file:$line: $path"
  done
)"

exit $exit_code
