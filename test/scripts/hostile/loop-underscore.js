// Underscore calls it for ever.
// expect: fail
// class: timeout
// timeout: 500ms

while (true) _.map(_.range(1000), function (n) { return n * 2; });
