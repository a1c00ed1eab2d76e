// What a sleep takes is a duration.
// expect: fail
// class: script
// cause: soon' is not a duration
// no log: never

std.time.sleep('soon');
log.info('never');
