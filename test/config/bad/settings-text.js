// settings without an object.
// error: 3:1: settings wants one object: settings({ name: '…' })
settings('mine');
