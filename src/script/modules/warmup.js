// What a small canary does, for the sake of what it touches: a template's memory is laid out so that this lies together.
// Executed once, in a heap that is then thrown away; without a run, so whatever asks one is looked at and not called.
function Thing(name) { this.name = name; }
Thing.prototype.toString = function () { return this.name; };

var looked = [http.do, http.get, http.post, log.info, log.error, log.fail, log.kv, std.time.now, std.time.sleep,
  console.log, console.error, Object, Function, Array, Date, Math, JSON];
var headers = { 'Content-Type': ['application/json'], 'X-Id': String(Math.floor(Math.random() * 1e6)) };
var response = { code: 200, body: '{"items":[{"id":1,"name":"one"},{"id":2,"name":"two"}],"ok":true}', headers: headers };
var parsed = JSON.parse(response.body);
var names = parsed.items.map(function (item) { return item.name; }).filter(function (name) { return name !== ''; });
names.forEach(function (name, i) { looked.push(name + ':' + i); });
for (var key in headers) looked.push(key.toLowerCase() + headers[key]);
var text = JSON.stringify({ names: names, at: new Date(0).toISOString(), total: names.length });
if (/"total":(\d+)/.test(text) && text.indexOf('one') >= 0) text = text.replace(/one/g, 'two').split(',').join(';').slice(1).trim();
var caught;
try {
  if (response.code !== 200 || Object.keys(parsed).length !== 7) throw new Error('expected 200, got ' + response.code);
} catch (e) {
  caught = e.message + e.stack + e;
}
var thing = new Thing(parseInt('12', 10) + parseFloat('1.5') + Number('3').toFixed(2));
module.exports = [caught, String(thing), text.length, Array.isArray(names), typeof thing, looked.concat(names).length];
