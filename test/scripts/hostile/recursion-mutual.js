// Two call each other.
// expect: fail
// class: limit
// timeout: 5s

function even(n) { return odd(n - 1) + 1; }
function odd(n) { return even(n - 1) + 1; }
even(1);
