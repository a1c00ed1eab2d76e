// Watches what happens to requests that are wrong: each is refused with the right code and a body that says why.
//
// Users mistype and programs have bugs, so error pages are part of the product. A server that answers 500, or 200 with
// an apology, misleads everything behind it: caches, retries, dashboards.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';

var cases = [
  { method: 'GET', path: '/api/v1/tests/there%20is%20no%20such%20test', codes: [404] },
  { method: 'GET', path: '/api/v1/runs/00000000-0000-7000-8000-000000000000', codes: [404] },
  { method: 'GET', path: '/api/v1/runs/not-an-id', codes: [400, 404] },
  { method: 'GET', path: '/api/v1/runs?limit=many', codes: [400] },
  { method: 'GET', path: '/api/v1/nowhere', codes: [404] },
  { method: 'DELETE', path: '/api/v1/status', codes: [405] }
];

/** @type {string[]} */
var wrong = [];
_.each(cases, function (c) {
  var response = http.do(c.method, target + c.path);
  var type = response.header('Content-Type') || 'no type';
  var line = log.kv({ method: c.method, path: c.path, code: response.code });
  if (!_.contains(c.codes, response.code)) {
    line.error('wrong code');
    wrong.push(c.method + ' ' + c.path + ' answers ' + response.code + ' and not ' + c.codes.join(' or '));
  } else if (type.indexOf('application/problem+json') !== 0) {
    line.error('not a problem document');
    wrong.push(c.method + ' ' + c.path + ' answers with ' + type);
  } else {
    line.kv('title', response.json('title')).debug('refused as it should be');
  }
});
if (wrong.length > 0) log.fail(wrong.join('; '));
