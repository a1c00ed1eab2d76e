// More variables than there are registers.
// expect: pass|fail
// class: limit|timeout|script
// timeout: 5s

var code = '';
for (var i = 0; i < 100000; i++) code += 'var v' + i + '=' + i + ';';
new Function(code);
