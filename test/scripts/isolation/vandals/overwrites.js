// Overwrites every property that can be written.
// expect: pass|fail
// timeout: 20s
test.name; _.VERSION;
var describe = Object.getOwnPropertyDescriptor, n = 0;
reach(function (o, keys) {
  for (var i = 0; i < keys.length; ++i) {
    var d = describe(o, keys[i]);
    if (d && d.writable && o !== globalThis) { o[keys[i]] = 'canary was here'; n++; }
  }
});
Object = Array = String = Function = Error = JSON = Math = Date = RegExp = Symbol = log = console = std = http = test = _ = 5;
