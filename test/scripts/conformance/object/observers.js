// Accessors that watch, links between properties, undo.
function observable(o) { var handlers = [], values = {}; Object.keys(o).forEach(function (k) { values[k] = o[k]; Object.defineProperty(o, k, { get: function () { return values[k]; }, set: function (v) { var old = values[k]; values[k] = v; handlers.forEach(function (h) { h(k, old, v); }); }, enumerable: true }); }); Object.defineProperty(o, 'watch', { value: function (h) { handlers.push(h); } }); return o; }
var log = [], o = observable({ a: 1, b: 2 });
o.watch(function (k, x, y) { log.push(k + x + '>' + y); });
o.a = 5; o.b++; o.c = 'unwatched';
print(log, Object.keys(o), o.a + o.b, JSON.stringify(o));
var history = [], doc = observable({ text: '' });
doc.watch(function (k, x) { if (history !== null) history.push([k, x]); });
doc.text = 'a'; doc.text += 'b'; doc.text += 'c';
function undo() { var h = history, last = h.pop(); history = null; doc[last[0]] = last[1]; history = h; return doc.text; }
print(doc.text, undo(), undo(), history.length, doc.text);
var temperature = { c: 20, get f() { return this.c * 9 / 5 + 32; }, set f(v) { this.c = (v - 32) * 5 / 9; } };
temperature.f = 212;
print(temperature.c, temperature.f, Object.keys(temperature));
