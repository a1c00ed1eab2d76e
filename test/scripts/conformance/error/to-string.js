// Error.prototype.toString puts name and message together.
[{}, { name: 'N' }, { message: 'M' }, { name: 'N', message: 'M' }, { name: '', message: 'M' }, { name: 'N', message: '' }, { name: '', message: '' }, { name: undefined, message: undefined }, { name: null, message: null }, { name: 5, message: [1, 2] }].forEach(function (o) { print(Error.prototype.toString.call(o)); });
[undefined, null, 5, 'x', true].forEach(function (bad) { print(outcome(function () { return Error.prototype.toString.call(bad); })); });
var e = new TypeError('m');
e.name = 'Renamed'; e.message = 'changed';
print(String(e), e + '', '' + new Error(), '' + new Error(''), '' + new Error(undefined), '' + new Error(null), '' + new Error(5), '' + new Error({ toString: function () { return 'made'; } }));
print(new Error().hasOwnProperty('message'), new Error(undefined).hasOwnProperty('message'), new Error('').hasOwnProperty('message'), outcome(function () { return new Error(Symbol()); }));
