// A duration whose unit there is not.
// error: 6:13: timeout: '5 sec' is not a duration: ' sec' is no unit: one of ns, us, ms, s, m, h, d, w (write for example '30s', '1m30s' or '250ms')
register_test({
  name: 'login',
  frequency: '1m',
  timeout: '5 sec'
}, 'x');
