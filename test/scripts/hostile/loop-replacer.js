// The loop is in a replacer.
// expect: fail
// class: timeout
// timeout: 500ms

'x'.replace(/x/, function () { while (true) {} });
