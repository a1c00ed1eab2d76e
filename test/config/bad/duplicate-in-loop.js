// One call that registers a name twice.
// error: 4:26: a test named 'login' is registered already, at FILE:4
[1, 2].forEach(function () {
  register_test({ name: 'login', frequency: '1m', timeout: '5s' }, 'x');
});
