// basic_auth and bearer become the Authorization header, unless there is one.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
function sent(options) { return (http.get(target + '/echo', options).json('headers.authorization') || []).join(); }
function same(got, wanted) { if (got !== wanted) throw new Error(got + ' is not ' + wanted); }

same(sent({ basic_auth: { user: 'me', password: 'p:ä' } }), 'Basic bWU6cDrDpA==');
same(sent({ basic_auth: 'me:p:x' }), 'Basic bWU6cDp4');
same(sent({ bearer: 'abc' }), 'Bearer abc');
same(sent({ bearer: 'abc', headers: { authorization: 'mine' } }), 'mine');
same(sent({}), '');
