// A stack of ten megabytes is cut.
// expect: fail
// class: assert
// cause: verdict
// timeout: 5s

var e = new Error('verdict');
Object.defineProperty(e, 'stack', { value: 'line\n'.repeat(2000000) });
throw e;
