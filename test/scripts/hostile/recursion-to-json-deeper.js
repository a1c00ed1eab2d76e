// toJSON always gives something new.
// expect: fail
// class: limit
// timeout: 5s

function make() { return { a: { toJSON: make } }; }
JSON.stringify(make());
