// Much in many lines: it is kept in part and counted, or ends the run.
// expect: pass|fail
// class: limit|timeout
// timeout: 10s

var line = 'x'.repeat(1000000);
for (var i = 0; i < 100; i++) log.info(line);
