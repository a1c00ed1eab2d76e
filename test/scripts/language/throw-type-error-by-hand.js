// An engine's type, thrown by the script itself.
// expect: fail
// class: assert|script
// cause: wrong kind of bird

throw new TypeError('wrong kind of bird');
