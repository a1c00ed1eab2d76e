// Never ends, inside a getter, inside a comparator, with built-ins replaced.
// expect: fail
// class: timeout
// timeout: 30ms
Array.prototype.push = Object.keys = 'canary was here';
[3, 2, 1].sort(function () { return ({ get x() { for (;;) left = [left]; } }).x; });
var left;
