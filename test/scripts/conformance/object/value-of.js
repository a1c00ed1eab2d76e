// Object.prototype.valueOf, toLocaleString, and toString replaced.
var o = { toString: function () { return 'mine'; } };
print(o.valueOf() === o, o.toLocaleString(), '' + o, String([o, o]), [o].toLocaleString());
print(outcome(function () { return Object.prototype.valueOf.call(null); }));
print(typeof Object.prototype.valueOf.call(5), Object.prototype.valueOf.call(5) == 5);
print(outcome(function () { return Object.prototype.toLocaleString.call(undefined); }));
print(({}).toString(), ({}).toLocaleString(), ({ toString: undefined }).hasOwnProperty('toString'));
