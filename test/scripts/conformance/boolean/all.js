// Boolean called, constructed, and what is true.
[undefined, null, 0, -0, NaN, '', 'false', '0', 1, -1, Infinity, {}, [], function () {}, new Boolean(false), Symbol(), /x/].forEach(function (v) { print(typeof v, Boolean(v), !v, !!v, v ? 'yes' : 'no', v && 1, v || 2); });
print(new Boolean(false) ? 'an object is true' : 'never', new Boolean(false) == false, new Boolean(true) + 1, typeof new Boolean(), new Boolean('x').valueOf(), String(new Boolean(false)), Boolean.length, Boolean.name);
[{}, 1, 'true', undefined].forEach(function (bad) { print(outcome(function () { return Boolean.prototype.toString.call(bad); }), outcome(function () { return Boolean.prototype.valueOf.call(bad); })); });
print(true.toString(), false.valueOf(), true + true, true + 'x', true < 2, true == '1', true == 'true', null == false, undefined == false, Boolean.prototype.valueOf.call(new Boolean(1)));
