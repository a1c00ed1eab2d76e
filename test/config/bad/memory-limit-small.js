// Less memory than an engine needs.
// error: 3:79: memory_limit must be from 1MiB to 4GiB, not '1kB'
register_test({ name: 'login', frequency: '1m', timeout: '5s', memory_limit: '1kB' }, 'x');
