// Lines without end.
// expect: fail
// class: limit|timeout
// timeout: 1s

for (;;) log.info('line');
