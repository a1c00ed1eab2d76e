// A search that compares much at every place, in one call.
// expect: fail
// class: timeout|limit
// timeout: 500ms

'a'.repeat(8000000).indexOf('a'.repeat(4000000) + 'b');
