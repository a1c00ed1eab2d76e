// Numbers, dates and their texts.
function attempt(f) {
  try { return f() } catch (e) { return e }
}

// case: toString with bases
attempt(function () { for (var i = 0; i < 2000; ++i) { (1.7e308).toString(2); (5e-324).toString(36); (i / 3).toString(7) } });
// case: toFixed and toPrecision
attempt(function () { for (var i = 0; i < 2000; ++i) { (1e20 / 3).toFixed(20); (5e-324).toPrecision(21); (1 / 3).toExponential(20) } });
// case: parse of awkward numbers
attempt(function () { for (var i = 0; i < 2000; ++i) { Number('2.2250738585072012e-308'); parseFloat('1e-400'); Number('1' + '0'.repeat(300) + 'e-300') } });
// case: parse of many digits
attempt(function () { for (var i = 0; i < 50; ++i) Number('1.' + '1'.repeat(100000)) });
// case: dates
attempt(function () { for (var i = 0; i < 5000; ++i) { new Date(2020, i, 1).toString(); Date.parse('2020-01-01T00:00:00Z'); new Date(8.64e15).toISOString() } });
// case: date of a long text
attempt(function () { Date.parse('2'.repeat(8e6)); Date.parse(' '.repeat(8e6)); Date.parse('2020-01-01T00:00:00.' + '1'.repeat(8e6)) });
// case: dates far away
attempt(function () { for (var i = 0; i < 1000; ++i) { new Date(1e300); new Date(275760, 1e9, 1e9, 1e9); new Date(-8.64e15).getFullYear() } });
// case: Math
attempt(function () { for (var i = 0; i < 20000; ++i) { Math.pow(i, 0.5); Math.sin(1e300); Math.tan(1e22); Math.exp(i) } });
// case: sums of long texts
attempt(function () { var s = '1'.repeat(4e6), n = 0; for (var i = 0; i < 10; ++i) n += +s; });
// case: comparison of texts with numbers
attempt(function () { var s = '1'.repeat(4e6); for (var i = 0; i < 10; ++i) s < i; });
