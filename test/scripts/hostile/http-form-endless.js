// A form whose one value is endless.
// expect: fail
// class: script
// cause: http.post: the option 'form' has too many fields
// timeout: 2s

http.post('http://127.0.0.1:1/', null, { form: { a: new Proxy([], {
  get: function (t, k) { return k === 'length' ? 4294967295 : 'x'; }
}) } });
