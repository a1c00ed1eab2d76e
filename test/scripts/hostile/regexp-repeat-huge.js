// Repeat counts that multiply.
// expect: pass|fail
// class: limit|script|timeout
// timeout: 2s

/((((a{1000}){1000}){1000}){1000})/.test('a'.repeat(100));
