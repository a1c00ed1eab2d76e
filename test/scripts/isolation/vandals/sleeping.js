// Is ended while it sleeps, deep in a callback.
// expect: fail
// class: timeout
// timeout: 30ms
Array.prototype.left = 'canary was here';
[1].forEach(function () { JSON.stringify({ get a() { std.time.sleep('1h'); } }); });
