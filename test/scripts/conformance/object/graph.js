// A graph with circles: walking, copying, sorting, finding circles.
var g = { a: ['b', 'c'], b: ['d'], c: ['d'], d: [], e: ['a'] };
function topological(g) { var out = [], state = {}; function visit(n) { if (state[n] === 2) return; if (state[n] === 1) throw new RangeError('circle at ' + n); state[n] = 1; g[n].forEach(visit); state[n] = 2; out.unshift(n); } Object.keys(g).forEach(visit); return out; }
print(topological(g), outcome(function () { return topological({ x: ['y'], y: ['x'] }); }));
function copy(o, seen) { seen = seen || []; if (o === null || typeof o !== 'object') return o; for (var i = 0; i < seen.length; i++) if (seen[i][0] === o) return seen[i][1]; var c = Array.isArray(o) ? [] : {}; seen.push([o, c]); Object.keys(o).forEach(function (k) { c[k] = copy(o[k], seen); }); return c; }
var o = { name: 'o', list: [] };
o.self = o; o.list.push(o, o.list);
var c = copy(o);
print(c !== o, c.self === c, c.list[0] === c, c.list[1] === c.list, c);
function components(edges) { var root = {}; function find(x) { return root[x] === undefined || root[x] === x ? x : (root[x] = find(root[x])); } edges.forEach(function (e) { root[find(e[0])] = find(e[1]); }); var out = {}; edges.forEach(function (e) { e.forEach(function (n) { var r = find(n); out[r] = out[r] || []; if (out[r].indexOf(n) < 0) out[r].push(n); }); }); return Object.keys(out).map(function (k) { return out[k].sort(); }); }
print(components([['a', 'b'], ['c', 'd'], ['b', 'e'], ['f', 'f']]));
