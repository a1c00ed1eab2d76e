// register_test without anything.
// error: 3:1: register_test wants an object and a source: register_test({ name: '…', frequency: '1m', timeout: '30s' }, file('…'))
register_test();
