// A size without a unit.
// error: 3:64: memory_limit must be a size such as '64MiB', not a number
register_test({ name: 'login', frequency: '1m', timeout: '5s', memory_limit: 64 }, 'x');
