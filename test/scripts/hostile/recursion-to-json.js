// toJSON calls JSON.stringify.
// expect: fail
// class: limit
// timeout: 5s

var o = { toJSON: function () { return JSON.stringify(o); } };
JSON.stringify(o);
