// Deletes every property that can be deleted.
// expect: pass|fail
// timeout: 20s
test.name; _.VERSION;
var n = 0;
reach(function (o, keys) { for (var i = 0; i < keys.length; ++i) if (delete o[keys[i]]) n++; });
