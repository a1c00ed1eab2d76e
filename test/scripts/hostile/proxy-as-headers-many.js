// A proxy with a million keys.
// expect: fail
// class: timeout|script|limit|connect
// timeout: 2s

var keys = _.map(_.range(200000), function (n) { return 'X-' + n; });
http.do('GET', 'http://127.0.0.1:1/', new Proxy({}, {
  ownKeys: function () { return keys; },
  getOwnPropertyDescriptor: function () { return { value: 'v', enumerable: true, configurable: true }; },
  get: function () { return 'v'; }
}));
