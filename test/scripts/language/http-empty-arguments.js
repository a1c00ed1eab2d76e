// Nothing is nothing, in whatever way it is written: the request goes out.
// expect: pass

_.each([
  function () { http.do('GET', 'http://127.0.0.1:1/'); },
  function () { http.do('GET', 'http://127.0.0.1:1/', undefined, undefined, undefined); },
  function () { http.do('GET', 'http://127.0.0.1:1/', null, null, null); },
  function () { http.do('GET', 'http://127.0.0.1:1/', {}, '', {}); }
], function (request, i) {
  var kind = 'none';
  try {
    request();
  } catch (e) {
    kind = e['class'] || e.message;
  }
  if (kind !== 'connect') throw new Error('request ' + i + ': ' + kind);
});
