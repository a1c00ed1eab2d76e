// A refused test, whose error is caught.
// error: 4:40: register_test has no key 'often'; it has name, frequency, timeout, concurrency, paused, memory_limit, labels, description, owner and runbook
try {
        register_test({ name: 'login', often: '1m', timeout: '5s' }, 'x');
} catch (e) {
  console.log('never mind');
}
