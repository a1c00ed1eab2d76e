// json gives the whole, or one value by its path.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/json');
function same(name, is, should) {
  if (!_.isEqual(is, should)) throw new Error(name + ' is ' + JSON.stringify(is) + ', not ' + JSON.stringify(should));
}
same('whole', r.json(), { name: 'canary', list: [1, { deep: 'down' }], none: null, 'dotted.key': 1 });
same('name', r.json('name'), 'canary');
same('index', r.json('list.0'), 1);
same('deep', r.json('list.1.deep'), 'down');
same('null', r.json('none'), null);
same('missing', r.json('list.7.deep'), undefined);
same('missing at once', r.json('no'), undefined);
