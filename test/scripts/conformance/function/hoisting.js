// Functions and variables are there before their lines.
print(typeof later, later(), typeof variable, variable);
function later() { return 'first'; }
var variable = 5;
print(later(), variable);
function later() { return 'second'; }
var later2 = function () { return 'expression'; };
print(typeof named, later2());
(function () {
  print(typeof a, typeof f, typeof g);
  var a = 1;
  function f() {}
  var g = function () {};
  print(typeof a, typeof f, typeof g);
  if (false) { var never = 1; }
  print(typeof never, 'never' in globalThis);
})();
function shadow(p) { print(typeof p); var p; print(p); function p() {} print(typeof p); }
shadow(1);
