// Deep JSON text, closed.
// expect: fail
// class: limit
// timeout: 5s

JSON.parse('{"a":'.repeat(50000) + '1' + '}'.repeat(50000));
