// Errors of one's own.
function HttpError(code, message) { this.code = code; this.message = message; }
HttpError.prototype = Object.create(Error.prototype, { constructor: { value: HttpError }, name: { value: 'HttpError' } });
var e = new HttpError(404, 'not found');
print(e instanceof HttpError, e instanceof Error, String(e), e.code, e.name, Object.keys(e), Object.prototype.toString.call(e), outcome(function () { throw e; }));
function Wrapped(cause) { var self = new Error('wrapped: ' + cause.message); Object.setPrototypeOf(self, Wrapped.prototype); self.cause = cause; return self; }
Wrapped.prototype = Object.create(Error.prototype, { name: { value: 'Wrapped', configurable: true } });
var w = new Wrapped(e);
print(w instanceof Wrapped, String(w), w.cause === e, Object.prototype.toString.call(w), typeof w.stack);
function Derived() { HttpError.apply(this, arguments); }
Derived.prototype = Object.create(HttpError.prototype);
print(new Derived(1, 'x') instanceof HttpError, String(new Derived(1, 'x')), new Derived(1, 'y').constructor === HttpError);
