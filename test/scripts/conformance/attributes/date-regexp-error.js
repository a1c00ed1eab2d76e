// Attributes, lengths and names of what Date, RegExp and Error have.
function dump(name, holder, keys) { keys.split(' ').forEach(function (k) { print(name + '.' + k, attributes(holder, k), typeof holder[k] === 'function' ? holder[k].length + ' ' + holder[k].name : ''); }); }
dump('Date', Date, 'parse UTC now length name');
dump('Date.prototype', Date.prototype, 'toString toDateString toTimeString toLocaleString toISOString toJSON valueOf getTime getFullYear getUTCFullYear getMonth getDate getDay getHours getTimezoneOffset setTime setMilliseconds setSeconds setUTCSeconds setMinutes setHours setDate setMonth setFullYear getYear setYear');
dump('RegExp.prototype', RegExp.prototype, 'exec test toString');
dump('Error.prototype', Error.prototype, 'name message toString');
dump('JSON', JSON, 'parse stringify');
dump('Symbol', Symbol, 'for keyFor hasInstance toPrimitive');
dump('Reflect', Reflect, 'apply construct ownKeys has');
