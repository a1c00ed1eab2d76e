// Many lines.
// expect: pass|fail
// class: limit|timeout
// timeout: 10s

for (var i = 0; i < 1000000; i++) log.info('line');
