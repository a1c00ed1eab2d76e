// More memory than may be had.
// error: 3:79: memory_limit must be from 1MiB to 4GiB, not '5GiB'
register_test({ name: 'login', frequency: '1m', timeout: '5s', memory_limit: '5GiB' }, 'x');
