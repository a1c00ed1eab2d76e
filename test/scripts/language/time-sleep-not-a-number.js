// What a sleep takes is a duration.
// expect: fail
// class: script
// cause: sleep
// no log: never

std.time.sleep(NaN);
log.info('never');
