# Reads lines of 'ok …' and 'not ok …', and prints how many cases passed, failed and were skipped ('ok … # skip why').
/^ok .*# skip/ { ++skipped; next }
/^ok / { ++passed }
/^not ok / { ++failed }
END { print passed + 0, failed + 0, skipped + 0 }
