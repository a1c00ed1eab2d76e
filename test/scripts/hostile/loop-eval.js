// The loop is in evaluated code.
// expect: fail
// class: timeout
// timeout: 500ms

eval('while (true) {}');
