// The script's own header wins.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var seen = http.do('GET', target + '/echo', { 'User-Agent': 'mine/1' }).json('headers');
if (!_.isEqual(seen['user-agent'], ['mine/1'])) throw new Error(JSON.stringify(seen['user-agent']));
