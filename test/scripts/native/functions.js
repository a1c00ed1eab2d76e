// Calls of many arguments, and the compiler.
function attempt(f) {
  try { return f() } catch (e) { return e }
}

// case: apply with a long array
attempt(function () { var a = []; for (var i = 0; i < 900000; ++i) a.push(i); Math.max.apply(null, a) });
// case: apply with a length only
attempt(function () { Math.max.apply(null, { length: 4e9 }) });
// case: apply with a length of a million
attempt(function () { Math.max.apply(null, { length: 990000 }) });
// case: a chain of bound functions
attempt(function () { var f = function () {}; for (var i = 0; i < 50000; ++i) f = f.bind(null, 1); f() });
// case: a bound function with many arguments
attempt(function () { var a = [null]; for (var i = 0; i < 60000; ++i) a.push(i); var f = Math.max; f = f.bind.apply(f, a); f() });
// case: hypot of many
attempt(function () { var a = []; for (var i = 0; i < 500000; ++i) a.push('1' + i); Math.hypot.apply(null, a) });
// case: min of many texts
attempt(function () { var a = []; for (var i = 0; i < 500000; ++i) a.push('1' + i); Math.min.apply(null, a) });
// case: compile a long expression
attempt(function () { eval('1' + '+1'.repeat(1e6)) });
// case: compile many statements
attempt(function () { eval('x=1;'.repeat(500000)) });
// case: compile a long text
attempt(function () { eval('"' + 'x'.repeat(15e6) + '"') });
// case: compile a long text of escapes
attempt(function () { eval('"' + '\\u0041'.repeat(2e6) + '"') });
// case: compile a long comment
attempt(function () { eval('/*' + 'x'.repeat(25e6) + '*/') });
// case: compile white space
attempt(function () { eval(' '.repeat(25e6)) });
// case: compile empty lines
attempt(function () { eval('\n'.repeat(25e6)) });
// case: compile many functions
attempt(function () { eval('(function(){});'.repeat(60000)) });
// case: compile many variables
attempt(function () { var s = []; for (var i = 0; i < 60000; ++i) s.push('v' + i); eval('(function(){var ' + s.join() + '})') });
// case: compile many constants
attempt(function () { var s = []; for (var i = 0; i < 60000; ++i) s.push('"c' + i + '"'); eval('[' + s.join() + ']') });
// case: compile many numbers
attempt(function () { var s = []; for (var i = 0; i < 60000; ++i) s.push(i + 0.5); eval('[' + s.join() + ']') });
// case: compile many properties
attempt(function () { var s = []; for (var i = 0; i < 60000; ++i) s.push('k' + i + ':1'); eval('({' + s.join() + '})') });
// case: compile many parameters
attempt(function () { var s = []; for (var i = 0; i < 200; ++i) s.push('p' + i); eval('(function(' + s.join() + '){})'.repeat(3000)) });
// case: compile many labels
attempt(function () { eval('a:'.repeat(1) + ';'); var s = []; for (var i = 0; i < 150; ++i) s.push('l' + i + ':'); eval((s.join('') + ';').repeat(200)) });
// case: compile a switch of many cases
attempt(function () { var s = []; for (var i = 0; i < 40000; ++i) s.push('case ' + i + ':'); eval('switch(1){' + s.join('') + '}') });
// case: compile nested functions
attempt(function () { eval('function f(){'.repeat(60) + '}'.repeat(60)) });
// case: compile deeply nested
attempt(function () { eval('['.repeat(1e6)) });
// case: compile a long identifier
attempt(function () { eval('var ' + 'x'.repeat(8e6) + '=1') });
// case: compile a long number
attempt(function () { eval('1' + '0'.repeat(8e6)) });
// case: compile a long fraction
attempt(function () { eval('0.' + '1'.repeat(8e6)) });
// case: compile a long hexadecimal
attempt(function () { eval('0x' + 'f'.repeat(8e6)) });
// case: compile long jumps
attempt(function () { eval('while(0){' + 'x=1;'.repeat(200000) + '}') });
// case: compile nested conditions
attempt(function () { eval('if(x)'.repeat(150).concat(';').repeat(1000)) });
// case: compile alternatives
attempt(function () { eval('1' + '?1:1'.repeat(5000)) });
// case: compile nested loops of breaks
attempt(function () { eval('while(0){' + 'break;'.repeat(200000) + '}') });
// case: compile what is not ASCII
attempt(function () { eval('"' + 'é'.repeat(4e6) + '"') });
// case: Function of a long body
attempt(function () { new Function('x=1;'.repeat(300000)) });
// case: Function of many parameters
attempt(function () { var s = []; for (var i = 0; i < 60000; ++i) s.push('p' + i); new Function(s.join(), '') });
// case: toString of functions
attempt(function () { var f = new Function('x=1;'.repeat(100000)); for (var i = 0; i < 100; ++i) String(f) });
// case: a stack of errors
attempt(function () { function f(n) { return n ? f(n - 1) : new Error('x').stack } for (var i = 0; i < 300; ++i) f(500) });
// case: an error with a long message
attempt(function () { var s = 'x'.repeat(8e6); String(new Error(s)); new Error(s).stack.length });
// case: an error that names a long property
attempt(function () { var o = {}, s = 'x'.repeat(8e6); o[s]() });
// case: arguments of many
attempt(function () { function f() { return arguments.length } var a = []; for (var i = 0; i < 300000; ++i) a.push(i); f.apply(null, a) });
// case: recursion
attempt(function () { function f() { f() } f() });
// case: recursion of natives
attempt(function () { var a = [1]; function f() { a.forEach(f) } f() });
