// source, global, ignoreCase, multiline and lastIndex.
var r = /ab+c/gim;
print(r.source, r.global, r.ignoreCase, r.multiline, r.lastIndex, attributes(r, 'lastIndex'), Object.keys(r), String(r));
r.lastIndex = 5; r.global = false; r.source = 'x';
print(r.lastIndex, r.global, r.source, Object.getOwnPropertyNames(r));
print(String(/\//), /\u0041/.source, new RegExp('\u0041').source, String(new RegExp('')), RegExp.prototype.toString.length);
print(outcome(function () { return RegExp.prototype.exec.call({}, ''); }), outcome(function () { return RegExp.prototype.test.call('x'); }), outcome(function () { return RegExp.prototype.toString.call({ source: 'own', flags: 'q' }); }));
