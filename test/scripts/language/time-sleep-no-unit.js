// What a sleep takes is a duration.
// expect: fail
// class: script
// cause: duration
// no log: never

std.time.sleep('5');
log.info('never');
