// Watches that a test is told of alone as it is in the list.
//
// What several canaries do stands once, in lib/api.js. A mistake in there is told with its own file and line, and when that
// file changes, a reload takes this test for changed.

var api = require('./lib/api');

var listed = api.get('/api/v1/tests?limit=1').tests[0];
var alone = api.get('/api/v1/tests/' + encodeURIComponent(listed.name));

expect(alone.name).to.equal(listed.name);
expect(alone.frequency).to.equal(listed.frequency);
log.kv('test', listed.name).info('alone as in the list');
