// A comparator that contradicts itself, for ever.
// expect: fail
// class: timeout
// timeout: 500ms

var list = _.range(500);
while (true) list.sort(function () { return Math.random() - 0.5; });
