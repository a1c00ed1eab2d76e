// A proxy with endless keys.
// expect: fail
// class: timeout|script|connect
// timeout: 500ms

http.do('GET', 'http://127.0.0.1:1/', new Proxy({}, {
  ownKeys: function () { while (true) {} }
}));
