// Text arrives as UTF-8.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('POST', target + '/echo', { 'Content-Type': 'text/plain' }, 'gr\u00fc\u00dfe \ud83d\udc24');
if (r.json('method') !== 'POST') throw new Error(r.json('method'));
if (r.json('body') !== 'gr\u00fc\u00dfe \ud83d\udc24') throw new Error(r.json('body'));
if (r.json('headers')['content-length'][0] !== '12') throw new Error(r.json('headers')['content-length'][0] + ' bytes');
