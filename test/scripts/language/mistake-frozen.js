// Strict mode does not write what cannot be written.
// expect: fail
// class: script

'use strict';
var o = Object.freeze({ a: 1 });
o.a = 2;
