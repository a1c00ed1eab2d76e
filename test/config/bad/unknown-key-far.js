// A key that resembles none.
// error: 6:3: register_test has no key 'colour'; it has name, frequency, timeout, concurrency, paused and memory_limit
register_test({
  name: 'login',
  frequency: '1m',
  colour: 'red',
  timeout: '5s'
}, 'x');
