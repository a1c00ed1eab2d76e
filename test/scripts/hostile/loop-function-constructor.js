// The loop is in a made function.
// expect: fail
// class: timeout
// timeout: 500ms

new Function('while (true) {}')();
