// ES5: no let.
// expect: fail
// class: script

let x = 1;
