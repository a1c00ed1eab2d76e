// A class of megabytes.
// expect: pass|fail
// class: limit|script|timeout
// timeout: 2s

new RegExp('[' + 'ab'.repeat(1000000) + ']').test('c');
