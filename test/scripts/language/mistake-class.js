// ES5: no classes.
// expect: fail
// class: script

class Bird {}
