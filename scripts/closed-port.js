// Watches that a door is shut: nobody answers on a port where nobody should.
//
// Some failures are services that do answer: a database open to the network, a debugging port left on. Here the good
// outcome is an error, so the script catches it and looks at its class. Only 'connect' will do. Any other class means
// that something was there, or that the question never got so far.

var address = std.os.getenv('CANARY_CLOSED') || 'http://127.0.0.1:1/';

var answer = null;
var refusal = null;
try {
  answer = http.do('GET', address, {}, '', { timeout: '2s' });
} catch (e) {
  refusal = e;
}

if (answer) log.fail(address + ' should be closed, and answers ' + answer.code);
if (refusal['class'] !== 'connect') throw refusal; // not what was meant to be seen: let the run fail with it
log.kv('message', refusal.message).info('closed, as it should be');
