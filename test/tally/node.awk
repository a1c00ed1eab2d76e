# Reads what Node's test runner printed, and prints how many cases passed, failed and were skipped. Its lines begin with
# '#' or with 'ℹ', as Node's version has it.
match($0, /^(#|ℹ) (pass|fail|cancelled|skipped|todo) [0-9]+$/) { count[$2] += $3 }
END { print count["pass"] + 0, count["fail"] + count["cancelled"], count["skipped"] + count["todo"] }
