// The loop is in a comparator.
// expect: fail
// class: timeout
// timeout: 500ms

[2, 1].sort(function () { while (true) {} });
