// Nested source: objects.
// expect: fail
// class: limit
// timeout: 5s

eval('(' + '{a:'.repeat(50000) + '1' + '}'.repeat(50000) + ')');
