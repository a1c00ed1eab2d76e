// Watches that the list of tests makes sense, and not only that it arrives.
//
// A list can come with code 200 and still be wrong: empty, doubled, or with parts missing. Underscore says each rule in
// one line. All rules are tried before the verdict, so that one failure shows everything that is wrong.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';

var response = http.do('GET', target + '/api/v1/tests?limit=1000');
if (response.code !== 200) log.fail('the list of tests answers ' + response.code);
var type = response.header('Content-Type') || 'of no type';
if (type.indexOf('application/json') !== 0) log.fail('the list of tests is ' + type + ' and not JSON');

var list = response.json();
var tests = list.tests;
var names = _.pluck(tests, 'name');
var states = ['up', 'down', 'unknown', 'paused', 'maintenance'];

/** @type {string[]} */
var wrong = [];
/** @param {string} text @param {boolean} holds */
function rule(text, holds) {
  if (!holds) wrong.push(text);
}

rule('there is at least one test', tests.length > 0);
rule('no name comes twice', _.uniq(names).length === names.length);
rule('every state is a known one', _.every(tests, function (t) { return _.contains(states, t.state); }));
rule('every timeout is a positive number', _.every(tests, function (t) { return t.timeout_ms > 0; }));
rule('a paused test is due at no time', _.every(_.where(tests, { paused: true }), function (t) {
  return t.next_run_at === null;
}));
rule('a test that is up has a last success', _.every(_.where(tests, { state: 'up' }), function (t) {
  return t.last_success_at !== null;
}));

var counted = _.countBy(tests, 'state');
log.kv(counted).info(list.total + ' tests');
if (wrong.length > 0) log.fail('not so: ' + wrong.join('; '));
