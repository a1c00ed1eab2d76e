// A size whose unit there is not.
// error: 3:79: memory_limit: '64 megs' is not a size: ' megs' is no unit, one of B, KiB, MiB, GiB, TiB, kB, MB, GB, TB
register_test({ name: 'login', frequency: '1m', timeout: '5s', memory_limit: '64 megs' }, 'x');
