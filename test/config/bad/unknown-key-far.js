// A key that resembles none.
// error: 6:3: register_test has no key 'colour'; it has name, frequency, timeout, concurrency, paused, memory_limit, labels, description, owner and runbook
register_test({
  name: 'login',
  frequency: '1m',
  colour: 'red',
  timeout: '5s'
}, 'x');
