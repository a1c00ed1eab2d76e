// A test's file that is not JavaScript.
// error: in ../sources/broken.js: 3:14: SyntaxError: Expression expected.
register_test({ name: 'broken', frequency: '1m', timeout: '5s' }, file('../sources/broken.js'));
