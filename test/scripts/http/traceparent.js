// Each request tells which run it belongs to, unless it is told not to.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
function sent(options) { return (http.get(target + '/echo', options).json('headers.traceparent') || []).join(); }

var first = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(sent());
var second = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(sent());
if (first[1] !== test.id.replace(/-/g, '') || second[1] !== first[1]) throw new Error('another trace');
if (first[2] === second[2] || /^0+$/.test(first[2])) throw new Error('the same span');
if (sent({ trace: false }) !== '') throw new Error('told');
if (sent({ headers: { Traceparent: 'mine' } }) !== 'mine') throw new Error('not mine');
if (http.session({ trace: false }).get(target + '/echo').json('headers.traceparent')) throw new Error('session');
