// One request, and what came back of it: the least that a canary of a web service does.
//
// It watches that the daemon says it is healthy. A response of any code is no error to `http.do`, so the script judges
// the code itself; a server that cannot be reached is one, and fails the run with the class of what went wrong.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';

var response = http.do('GET', target + '/healthz');

log.kv('code', response.code).kv('body', response.body).info('asked for the health of ' + target);
if (response.code !== 200) log.fail('/healthz answers ' + response.code + ' ' + response.status_text);
