// A proxy as options.
// expect: fail
// class: script|connect
// timeout: 500ms

http.do('GET', 'http://127.0.0.1:1/', {}, '', new Proxy({}, { get: function () { return {}; }, has: function () { return true; } }));
