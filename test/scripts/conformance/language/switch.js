// switch: strict comparison, falling through, default anywhere.
function f(v) { var out = []; switch (v) { case 1: out.push('one'); case 2: out.push('two'); break; default: out.push('default'); case 3: out.push('three'); break; case '1': out.push('text'); case NaN: out.push('nan'); } return out; }
[1, 2, 3, '1', 4, NaN, undefined, null].forEach(function (v) { print(v, f(v)); });
function calls(v) { var log = []; function c(n) { log.push(n); return n; } switch (v) { case c(1): case c(2): log.push('hit'); break; case c(3): } return log; }
print(calls(2), calls(3), calls(9));
switch (5) {}
switch (true) { case 1 > 2: print('no'); break; case 2 > 1: print('computed'); break; }
function nested(a, b) { switch (a) { case 1: switch (b) { case 1: return '11'; default: return '1x'; } default: switch (b) { case 1: break; default: return 'xx'; } } return 'x1'; }
print(nested(1, 1), nested(1, 2), nested(2, 1), nested(2, 2));
out: for (var i = 0; ; i++) switch (i) { case 3: break out; default: continue out; }
print(i, eval('switch (1) { case 1: 5; }'), (function (x) { switch (x) { case { }: return 1; case x: return 2; } })({}));
