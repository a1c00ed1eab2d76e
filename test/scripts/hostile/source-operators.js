// Nested source: operators.
// expect: fail
// class: limit
// timeout: 5s

eval('var x=1;' + '- '.repeat(100000) + 'x');
