// A proxy as header map.
// expect: fail
// class: assert|script|connect
// timeout: 500ms

http.do('GET', 'http://127.0.0.1:1/', new Proxy({ a: 'b' }, {
  ownKeys: function () { throw new Error('trapped'); },
  get: function () { throw new Error('trapped'); }
}));
