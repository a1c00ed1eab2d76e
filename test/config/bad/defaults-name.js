// A name for all tests.
// error: 3:24: defaults cannot hold a name: each test has its own
settings({ defaults: { name: 'all' } });
