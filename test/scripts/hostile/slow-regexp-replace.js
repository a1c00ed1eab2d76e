// A global replace: many matches, each just below the limit.
// expect: fail
// class: timeout|limit
// timeout: 500ms

'x'.repeat(100000).replace(/x*?y|/g, '');
