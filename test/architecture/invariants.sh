#!/usr/bin/env bash
# The invariants of ARCHITECTURE.md that can be seen in the text.
set -euo pipefail
source "$(dirname "$0")/support.bash"

mapfile -t ours < <(sources src include)
mapfile -t with_tests < <(sources src include test)

# outside ROOM FILE…: the files that are not that room's. ROOM is a path below src/ and include/canary/.
outside() {
  local room=$1 file
  shift
  for file; do [[ $file =~ ^(src|include/canary|test)/$room(/|\.[ch]pp$) ]] || echo "$file"; done
}

# only_in ROOM NAME PATTERN FILE…
only_in() {
  local elsewhere
  mapfile -t elsewhere < <(outside "$1" "${@:4}")
  verdict "$2" "$(matches "$3" "${elsewhere[@]}")"
}

only_in script 'Duktape is included by script/ alone' '# *include *[<"](.*\/)?duk(tape|_config)' "${with_tests[@]}"
only_in store 'LMDB is included by store/ alone' '# *include *[<"]lmdb' "${with_tests[@]}"
only_in metrics 'prometheus-cpp is included by metrics/ alone' '# *include *[<"]prometheus\/' "${with_tests[@]}"
only_in net 'c-ares is included by net/ alone' '# *include *[<"]ares' "${with_tests[@]}"

programs='(^|[^_a-zA-Z.>])(execv|execve|execvp|execvpe|execl|execlp|posix_spawnp?|popen|system) *\('
only_in process 'programs are executed by process/ alone' "$programs" "${ours[@]}"

real_clock='(steady|system|high_resolution|utc|tai)_clock::now|clock_gettime|gettimeofday'
real_clock+='|(^|[^_a-zA-Z])time *\((nullptr|NULL|0)\)'
only_in core/clock 'the real clock is read by core/clock alone' "$real_clock" "${ours[@]}"
real_timers='(steady|system|deadline)_timer|expires_(after|at|from_now)'
only_in core/clock 'timers are made by core/clock alone' "$real_timers" "${ours[@]}"

resolvers='(^|[^_a-zA-Z])getaddrinfo|getnameinfo *\(|gethostby|(tcp|udp)::resolver|basic_resolver'
verdict 'nothing blocks: no resolver of the system' "$(matches "$resolvers" "${ours[@]}")"
sleeps='sleep_(for|until)|(^|[^_a-zA-Z])(usleep|nanosleep) *\(|(^|[^_a-zA-Z])::sleep *\('
verdict 'nothing blocks: no sleep' "$(matches "$sleeps" "${with_tests[@]}")"
only_in store 'nothing blocks: only the store waits for the disk' 'f(data)?sync *\(' "${ours[@]}"
threads='std::(j?thread|[a-z_]*mutex|condition_variable[a-z_]*)([^_a-zA-Z]|$)'
only_in store 'threads and locks are in the store alone' "$threads" "${ours[@]}"

verdict 'files stay within 400 lines' "$(wc -l "${with_tests[@]}" | awk '$2 != "total" && $1 > 400 { print $2 ": " $1 }')"
their_iequals='(beast|urls|urls::grammar)::(iequals|ci_is_equal)'
verdict 'names are compared by core/ascii, and nothing is read behind their ends' "$(matches "$their_iequals" "${ours[@]}")"
later='(^|[^a-zA-Z])(TODO|FIXME)([^a-zA-Z]|$)'
verdict 'nothing is left to be done later' "$(grep -nE "$later" "${with_tests[@]}" || true)"
verdict 'every header has its guard' "$(
  sources include src test | grep '\.hp*$' | xargs grep -LE '^#(pragma once|ifndef)' || true
)"

exit $exit_code
