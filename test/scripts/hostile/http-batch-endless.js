// A batch that says that it is endless.
// expect: fail
// class: script
// cause: http.batch: more than 1,000 requests
// timeout: 500ms

http.batch(new Proxy([], { get: function (t, k) { return k === 'length' ? 4294967295 : 'http://127.0.0.1:1/'; } }));
