// Everything that can be deleted is deleted.
// expect: pass
// timeout: 500ms
// log: still here

var l = log;
var names = Object.getOwnPropertyNames(this);
for (var i = 0; i < names.length; i++) {
  if (names[i] !== 'l') delete this[names[i]];
}
l.info('still here');
