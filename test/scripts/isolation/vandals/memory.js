// Uses all of its memory, and fills it.
// expect: fail
// class: limit
// memory: 16MiB
// timeout: 20s
var kept = [];
for (;;) { var bytes = new Uint8Array(4096); for (var i = 0; i < 4096; i += 8) bytes[i] = 0xaa; kept.push(bytes, 'canary was here ' + kept.length); }
