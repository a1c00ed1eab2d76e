// Number, parseInt, parseFloat and their inverses on the same texts.
var texts = ['12', '12.5', '1e3', '0x1A', ' 7 ', '', '-', 'abc', '9'.repeat(20), '.5', '5.', '-0', '1,000', 'Infinity', '1e-10', '0.1e1', '+3', '0b1', '00012'];
texts.forEach(function (t) { print(t, Number(t), parseInt(t), parseFloat(t), +t === parseFloat(t), isNaN(t), isFinite(t), t == Number(t), String(Number(t)) === t, ~~t, t * 1, t / 1, t - 0, t >>> 0); });
