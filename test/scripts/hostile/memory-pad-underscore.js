// Underscore makes a list of a milliard.
// expect: fail
// class: limit|script|timeout
// timeout: 10s
// memory: 16MiB

_.range(1000000000);
