// A malformed escape.
// expect: fail
// class: script

decodeURIComponent('%');
