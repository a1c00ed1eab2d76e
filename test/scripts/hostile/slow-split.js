// The same in split.
// expect: fail
// class: timeout|limit
// timeout: 500ms

'a'.repeat(8000000).split('a'.repeat(4000000) + 'b');
