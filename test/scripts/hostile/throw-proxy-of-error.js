// A proxy of an error.
// expect: fail
// class: assert|script
// timeout: 500ms

throw new Proxy(new Error('verdict'), {});
