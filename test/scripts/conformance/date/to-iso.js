// toISOString and toJSON.
[0, 1, 999, 1000, -1, 86399999, 951782400000, 1e12, 253402300799999, 253402300800000, -62167219200000, -62167219200001, 8.64e15, -8.64e15].forEach(function (t) { print(t, new Date(t).toISOString(), JSON.stringify(new Date(t))); });
print(outcome(function () { return new Date(NaN).toISOString(); }), new Date(NaN).toJSON(), JSON.stringify({ d: new Date(NaN) }));
print(Date.prototype.toJSON.call({ toISOString: function () { return 'mine'; } }), outcome(function () { return Date.prototype.toJSON.call({ valueOf: function () { return 5; } }); }), Date.prototype.toJSON.call({ valueOf: function () { return NaN; }, toISOString: 1 }), Date.prototype.toJSON.length);
