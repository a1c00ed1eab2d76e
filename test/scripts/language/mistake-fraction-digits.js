// An argument out of range.
// expect: fail
// class: script

(1).toFixed(1000);
