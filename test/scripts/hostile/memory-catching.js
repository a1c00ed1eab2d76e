// Catches the lack of memory and goes on for ever.
// expect: fail
// class: limit|timeout
// timeout: 10s
// memory: 16MiB

var all = [];
for (;;) {
  try {
    for (;;) all.push('x'.repeat(100000) + all.length);
  } catch (e) {
    // more
  }
}
