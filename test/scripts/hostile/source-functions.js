// Nested source: functions.
// expect: fail
// class: limit
// timeout: 5s

eval('(' + 'function(){return '.repeat(20000) + '1' + '}'.repeat(20000) + ')');
