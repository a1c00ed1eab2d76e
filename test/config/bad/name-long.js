// A name of 201 bytes.
// error: 4:17: name must be at most 200 bytes long
var name = new Array(202).join('x');
register_test({ name: name, frequency: '1m', timeout: '5s' }, 'x');
