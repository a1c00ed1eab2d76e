// A tokenizer and an evaluator written with regular expressions.
function tokens(text) { var r = /\s*(?:(\d+\.?\d*|\.\d+)|([-+*\/()^]))/g, out = [], m; while (r.lastIndex < text.length && (m = r.exec(text))) out.push(m[1] !== undefined ? Number(m[1]) : m[2]); return out; }
function evaluate(text) {
  var list = tokens(text), at = 0;
  function primary() { var t = list[at++]; if (t === '(') { var v = sum(); at++; return v; } if (t === '-') return -power(); return t; }
  function power() { var v = primary(); if (list[at] === '^') { at++; return Math.pow(v, power()); } return v; }
  function product() { var v = power(); while (list[at] === '*' || list[at] === '/') { if (list[at++] === '*') v *= power(); else v /= power(); } return v; }
  function sum() { var v = product(); while (list[at] === '+' || list[at] === '-') { if (list[at++] === '+') v += product(); else v -= product(); } return v; }
  return sum();
}
['1+2*3', '(1+2)*3', '2^3^2', '-2^2', '10/4-1.5', '((7))', '2*-3', '.5*4', '1 - 2 - 3', '100/10/5'].forEach(function (t) { print(t, tokens(t), evaluate(t)); });
