// The place is that of the call, wherever it stands.
// error: 4:38: register_test has no key 'frequent'; did you mean 'frequency'?
function register(name, options) {
  return register_test({ name: name, frequent: '1m', timeout: '5s' }, 'x');
}
register('login', {});
