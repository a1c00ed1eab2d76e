// Strict mode wants every variable declared.
// expect: fail
// class: script
// cause: undeclared

'use strict';
undeclared = 1;
