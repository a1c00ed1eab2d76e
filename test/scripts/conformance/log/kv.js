// Fields by pairs, by objects, and chained.
log.kv('a', 1).info('pair'); log.kv('a', 1, 'b', 'two', 'c', null).info('pairs'); log.kv({ a: 1, b: { c: [1, 2] } }).info('object');
log.kv('a', 1).kv('b', 2).info('chained'); log.kv('a', 1).kv('a', 2).warn('later wins'); log.kv({ a: 1 }).kv('b', true).error('both');
var l = log.kv('base', 1);
l.info('first'); l.kv('more', 2).info('second'); l.info('third');
log.kv('u', undefined).info('undefined'); log.kv('f', function () {}).info('function'); log.kv('s', Symbol('x')).info('symbol'); log.kv('d', new Date(0)).info('date'); log.kv('n', NaN).info('nan'); log.kv('t', 'te"xt').info('text'); log.kv(1, 2).info('number as key'); log.kv({}).info('none');
var o = { n: 1 };
var kept = log.kv('o', o);
o.n = 2;
kept.info('as it was');
