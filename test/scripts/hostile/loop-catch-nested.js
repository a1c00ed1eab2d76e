// Catches it in many layers.
// expect: fail
// class: timeout
// timeout: 500ms

function layer(n) {
  try {
    if (n === 0) while (true) {}
    layer(n - 1);
  } catch (e) {
    while (true) {}
  }
}
layer(50);
