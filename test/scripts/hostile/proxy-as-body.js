// A proxy as body.
// expect: fail
// class: assert|script|connect
// timeout: 500ms

http.do('POST', 'http://127.0.0.1:1/', {}, new Proxy({ a: 1 }, { get: function () { throw new Error('trapped'); } }));
