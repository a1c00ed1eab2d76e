// A proxy as header value.
// expect: fail
// class: script|limit|timeout|connect
// timeout: 2s

http.do('GET', 'http://127.0.0.1:1/', { A: new Proxy(['x'], { get: function (t, k) { return k === 'length' ? 4294967295 : 'x'; } }) });
