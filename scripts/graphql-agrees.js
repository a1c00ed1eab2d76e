// Watches that the two views on the runs tell one story: what REST lists, GraphQL knows by id, with the same outcome.
//
// Two ways to the same data drift apart unless somebody compares them. This canary does, for the newest runs that have
// ended. It builds one query with an alias for each run, so that the comparison costs one request however many runs
// there are.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';

/** @param {string} query @param {object} variables */
function graphql(query, variables) {
  var response = http.do('POST', target + '/query', { 'Content-Type': 'application/json' },
    JSON.stringify({ query: query, variables: variables }));
  if (response.code !== 200) log.fail('/query answers ' + response.code + ': ' + response.body);
  var answer = response.json();
  if (answer.errors) log.fail('/query refuses: ' + _.pluck(answer.errors, 'message').join('; '));
  return answer.data;
}

var listed = http.do('GET', target + '/api/v1/runs?limit=20').json('runs');
var ended = _.reject(listed, function (run) { return run.status === 'running'; }).slice(0, 10);
if (ended.length === 0) {
  log.info('no run has ended yet: nothing to compare');
} else {
  var fields = _.map(ended, function (run, i) {
    return 'r' + i + ': test(id: $id' + i + ') { id name pass fail_cause end_at }';
  });
  var types = _.map(ended, function (run, i) { return '$id' + i + ': String!'; });
  var variables = _.object(_.map(ended, function (run, i) { return ['id' + i, run.id]; }));
  var known = graphql('query (' + types.join(', ') + ') { ' + fields.join(' ') + ' }', variables);

  _.each(ended, function (run, i) {
    var other = known['r' + i];
    if (!other) log.fail('REST lists the run ' + run.id + ' and GraphQL does not know it');
    var same = other.id === run.id && other.name === run.test && other.pass === (run.status === 'passed') &&
      (other.fail_cause || null) === (run.fail_cause || null) && other.end_at !== null;
    if (!same) log.kv({ rest: run, graphql: other }).fail('REST and GraphQL do not agree on the run ' + run.id);
  });
  log.kv('compared', ended.length).info('REST and GraphQL agree');
}
