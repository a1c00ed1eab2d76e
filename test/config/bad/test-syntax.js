// A test whose source is not JavaScript.
// error: in test 'broken': 2:9: SyntaxError: Expression expected.
register_test({ name: 'broken', frequency: '1m', timeout: '5s' }, 'var a = 1;\nvar b = = 2;');
