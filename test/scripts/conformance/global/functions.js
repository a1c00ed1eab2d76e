// The global functions: length, name, and that they are nobody's constructors.
['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape', 'eval'].forEach(function (n) { var f = globalThis[n]; print(n, typeof f, f.length, attributes(globalThis, n), outcome(function () { return new f('1'); }), 'prototype' in f); });
