// A file that is not there.
// error: 3:72: there is no file 'nowhere.js' (looked for DIR/nowhere.js)
register_test({ name: 'login', frequency: '1m', timeout: '5s' }, file('nowhere.js'));
