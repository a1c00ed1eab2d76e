// seconds on a foreign this.
// expect: pass|fail
// class: script
// timeout: 500ms

var s = std.time.since(std.time.now()).seconds;
s.call({});
s.call(null);
