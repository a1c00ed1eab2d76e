// Symbol.toPrimitive decides, and must give a primitive.
function made(v) { return { [Symbol.toPrimitive]: v }; }
print(outcome(function () { return made(function () { return {}; }) + ''; }), outcome(function () { return +made(5); }), outcome(function () { return made(undefined) + ''; }), outcome(function () { return made(null) + 1; }), outcome(function () { return +made(function () { throw new RangeError('asked'); }); }), outcome(function () { return made(function () { return Symbol('x'); }) + ''; }));
var hints = [];
var h = made(function (hint) { hints.push(hint); return 1; });
h + 1; h * 1; h == 1; h < 1; String(h); ({})[h]; +h; -h; h + ''; [h] + ''; new Date(h); Number(h); isNaN(h); 'x'.charAt(h); Math.max(h); h++;
print(hints);
