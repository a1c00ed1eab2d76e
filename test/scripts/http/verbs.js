// The short forms, each with its method; those with a body take it second.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
function same(what, got, wanted) {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) throw new Error(what + ': ' + JSON.stringify(got));
}

same('get', http.get(target + '/echo').json('method'), 'GET');
same('get', http.get(target + '/echo', { headers: { 'X-A': '1' } }).json('headers.x-a'), ['1']);
same('head', [http.head(target + '/html').header('Content-Type'), http.head(target + '/html').body], ['text/html', '']);
same('options', http.options(target + '/echo').json('method'), 'OPTIONS');
same('del', http.del(target + '/echo').json('method'), 'DELETE');
_.each(['post', 'put', 'patch'], function (verb) {
  var echo = http[verb](target + '/echo', { a: 1 }, { headers: { 'X-A': '1' } }).json();
  same(verb, [echo.method, echo.body, echo.headers['content-type'], echo.headers['x-a']],
    [verb.toUpperCase(), '{"a":1}', ['application/json'], ['1']]);
  same(verb, http[verb](target + '/echo').json('headers.content-length'), ['0']);
});

// They are functions like any other.
var get = http.get;
same('get alone', get(target + '/echo').code, 200);
same('mapped', _.map([target + '/status/201', target + '/status/404'], function (url) { return http.get(url).code; }), [201, 404]);
