// Suspended inside a getter, inside JSON.stringify, inside forEach.
// expect: fail
// class: timeout
// timeout: 500ms

[1].forEach(function () {
  JSON.stringify({ get a() { std.time.sleep('1h'); } });
});
