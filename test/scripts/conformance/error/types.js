// Each type of error, its prototype, name and message.
[Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].forEach(function (E) {
  var e = new E('text'), called = E('called');
  print(E.name, E.length, e.name, e.message, String(e), called instanceof E, called.message, e instanceof Error, Object.getPrototypeOf(e) === E.prototype, E.prototype.name, E.prototype.message === '', E.prototype.constructor === E, e.hasOwnProperty('message'), e.hasOwnProperty('name'), attributes(e, 'message'));
  print(Object.getPrototypeOf(E.prototype) === (E === Error ? Object.prototype : Error.prototype), attributes(E.prototype, 'name'), Object.prototype.toString.call(e), Object.keys(e));
});
