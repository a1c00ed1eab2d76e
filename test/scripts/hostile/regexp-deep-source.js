// Nested groups.
// expect: fail
// class: limit
// timeout: 5s

new RegExp('('.repeat(100000) + ')'.repeat(100000));
