// Ten thousand different texts, then the same again.
var all = [], o = {};
for (var i = 0; i < 8000; i++) all.push('text number ' + i * i);
for (i = 0; i < 8000; i++) o[all[i]] = (o[all[i]] || 0) + 1;
var same = 0;
for (i = 0; i < 8000; i++) if (('text ' + 'number ' + i * i) === all[i] && o['text number '.concat(String(i * i))] === 1) same++;
print(same, Object.keys(o).length);
all = null;
var joined = '';
for (i = 0; i < 3000; i++) joined += i + ',';
print(joined.length, joined.split(',').length, joined.split(',').filter(function (t, i, l) { return l.indexOf(t) === i; }).length);
