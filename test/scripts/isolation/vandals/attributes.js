// Changes the attributes of every property, and nothing else.
// expect: pass|fail
// timeout: 20s
test.name; _.VERSION;
var define = Reflect.defineProperty, describe = Object.getOwnPropertyDescriptor;
reach(function (o, keys) {
  for (var i = 0; i < keys.length; ++i) { var d = describe(o, keys[i]); if (d) define(o, keys[i], 'value' in d ? { enumerable: !d.enumerable, writable: false } : { enumerable: !d.enumerable }); }
});
