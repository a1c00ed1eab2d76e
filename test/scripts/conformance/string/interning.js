// Equal texts made in different ways are the same key.
var o = {}, keys = [];
for (var i = 0; i < 3000; i++) { var k = 'key' + i; o[k] = i; keys.push(k); }
var ok = 0;
for (i = 0; i < 3000; i++) { if (o[['k', 'e', 'y'].join('') + String(i)] === i && o['xkey'.slice(1).concat(i)] === i) ok++; }
print(ok, Object.keys(o).length, Object.keys(o)[2999]);
for (i = 0; i < 3000; i += 2) delete o['KEY'.toLowerCase() + i];
print(Object.keys(o).length, o.key1, o.key2, Object.keys(o).every(function (k, i) { return k === 'key' + (2 * i + 1); }));
for (i = 0; i < 3000; i += 2) o[keys[i]] = 'again';
print(Object.keys(o).length, Object.keys(o)[1500], o.key0);
