// The time is over while native code works, which cannot be ended where it stands.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

var s = 'ß';
while (s.length < 5e5) s += s;
for (;;) {
  try {
    s.toUpperCase();
  } catch (e) {
    console.log('after');
  }
}
