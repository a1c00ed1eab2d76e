// The time is over while a pattern is compiled.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

var s = '';
while (s.length < 30000) s += '[\u0000-\uffff]';
try {
  new RegExp(s, 'i');
} catch (e) {
  console.log('after');
}
console.log('after');
