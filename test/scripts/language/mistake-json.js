// JSON.parse of what is no JSON.
// expect: fail
// class: script
// at: 6

JSON.parse('<html>');
