// Making the error makes an error.
// expect: fail
// class: assert|limit|script
// timeout: 5s

function Hostile() {
  Object.defineProperty(this, 'message', { get: function () { throw new Hostile(); } });
}
throw new Hostile();
