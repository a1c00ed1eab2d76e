# Reads what `ctest --verbose` printed, and prints how many cases passed, failed and were skipped. A program of Catch2's or
# of Node's test runner counts as many as it says at its end, as does one that ends with 'N passed, N failed'; any other
# counts as one. With -v show=1, prints what the failing programs said instead.

# '12: …' is output of test 12.
match($0, /^[0-9]+: ?/) {
  number = substr($0, 1, index($0, ":") - 1)
  line = substr($0, RSTART + RLENGTH)
  said[number] = said[number] line "\n"
  if (line ~ /^All tests passed \(.* in [0-9]+ test cases?\)/) {
    n = split(line, words, " ")
    passed[number] = words[n - 2]
  }
  # 'test cases: 5 | 3 passed | 2 failed', perhaps with '| 1 failed as expected' and '| 1 skipped'
  if (line ~ /^test cases: /) {
    n = split(line, parts, /[|:]/)
    for (i = 3; i <= n; ++i) {
      split(parts[i], words, " ")
      if (words[2] == "passed" || words[3] == "as") passed[number] += words[1]
      else if (words[2] == "failed") failed[number] += words[1]
      else if (words[2] == "skipped") skipped[number] += words[1]
    }
  }
  # '# pass 5' or 'ℹ pass 5'
  if (line ~ /^(#|ℹ) (pass|fail|cancelled|skipped|todo) [0-9]+$/) {
    split(line, words, " ")
    if (words[2] == "pass") passed[number] += words[3]
    else if (words[2] == "fail" || words[2] == "cancelled") failed[number] += words[3]
    else skipped[number] += words[3]
  }
  if (line ~ /^[0-9]+ passed, [0-9]+ failed$/) {
    split(line, words, " ")
    passed[number] += words[1]
    failed[number] += words[3]
  }
  next
}

# ' 3/12 Test  #7: store ......   Passed    0.03 sec', or '***Failed', '***Timeout', '***Not Run', '***Skipped', …
match($0, /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: /) {
  number = substr($0, 1, RLENGTH)
  sub(/.*#/, "", number)
  sub(/:.*/, "", number)
  counted = passed[number] + failed[number] + skipped[number]
  if (/\*\*\*Skipped/) {
    if (!counted) skipped[number] = 1
  } else if (/ Passed +[0-9.]+ sec/) {
    if (!counted) passed[number] = 1
  } else {
    if (!failed[number]) failed[number] = 1  # a crash or a timeout, after cases that went well
    if (show) print $0 "\n" said[number]
  }
}

END {
  if (show) exit
  for (n in passed) p += passed[n]
  for (n in failed) f += failed[n]
  for (n in skipped) s += skipped[n]
  print p + 0, f + 0, s + 0
}
