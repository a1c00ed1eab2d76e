// A regular expression that does not parse.
// expect: fail
// class: script

new RegExp('(');
