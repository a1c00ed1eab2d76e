// Merging trees, comparing and flattening them.
function merge(a, b) { Object.keys(b).forEach(function (k) { if (a[k] && typeof a[k] === 'object' && !Array.isArray(a[k]) && typeof b[k] === 'object') merge(a[k], b[k]); else a[k] = b[k]; }); return a; }
print(merge({ a: { b: 1, c: { d: 2 } }, l: [1] }, { a: { c: { e: 3 } }, l: [2], n: null }));
function flat(o, prefix, out) { out = out || {}; Object.keys(o).forEach(function (k) { var p = prefix ? prefix + '.' + k : k; if (o[k] && typeof o[k] === 'object') flat(o[k], p, out); else out[p] = o[k]; }); return out; }
print(flat({ a: { b: 1, c: [5, { d: 6 }] }, e: null }));
function diff(a, b) { var out = []; Object.keys(a).concat(Object.keys(b)).sort().forEach(function (k, i, all) { if (all[i - 1] !== k && a[k] !== b[k]) out.push(k + ':' + a[k] + '>' + b[k]); }); return out; }
print(diff({ a: 1, b: 2 }, { b: 3, c: 4 }), diff({}, {}));
