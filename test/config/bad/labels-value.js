// A label that is a number.
// error: 3:74: labels: tier must be a text, not a number
register_test({ name: 'login', frequency: '1m', timeout: '5s', labels: { tier: 1 } }, 'x');
