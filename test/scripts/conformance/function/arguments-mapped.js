// Sloppy arguments and parameters are the same cells.
function f(a, b) {
  arguments[0] = 'changed';
  b = 'assigned';
  arguments[2] = 'extra';
  return [a, b, arguments[0], arguments[1], arguments[2], arguments.length];
}
print(f(1, 2), f(1), f());
function g(a) { delete arguments[0]; arguments[0] = 'new'; return [a, arguments[0]]; }
print(g(1));
function h(a) { Object.defineProperty(arguments, '0', { value: 'defined', writable: false }); a = 'later'; return [a, arguments[0]]; }
print(h(1));
function i(a) { Object.defineProperty(arguments, '0', { get: function () { return 'got'; } }); a = 2; return [a, arguments[0]]; }
print(i(1));
function j(a, a2) { arguments.length = 1; return Array.prototype.slice.call(arguments); }
print(j(1, 2, 3));
