// Through new.
// expect: fail
// class: limit
// timeout: 5s

function F() { this.x = new F(); }
new F();
