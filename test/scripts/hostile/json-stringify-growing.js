// A tree of shared branches: small in memory, endless in text.
// expect: fail
// class: limit|timeout
// timeout: 2s

var o = 'leaf';
for (var i = 0; i < 60; i++) o = [o, o];
JSON.stringify(o);
