// There is no way to run code after the end.
// expect: pass
// timeout: 500ms

if (typeof Duktape !== 'undefined' && Duktape.fin) Duktape.fin({}, function () { while (true) {} });
