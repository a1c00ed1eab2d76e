// Attributes, lengths and names of what Object has.
function dump(name, holder, keys) { keys.split(' ').forEach(function (k) { var d = Object.getOwnPropertyDescriptor(holder, k), v = d && (d.value || d.get); print(name + '.' + k, d ? (d.writable ? 'w' : '-') + (d.enumerable ? 'e' : '-') + (d.configurable ? 'c' : '-') : 'none', typeof v === 'function' ? v.length + v.name : v, typeof v === 'function' ? attributes(v, 'length') : ''); }); }
dump('Object', Object, 'getPrototypeOf setPrototypeOf getOwnPropertyDescriptor getOwnPropertyNames getOwnPropertySymbols assign create defineProperty defineProperties seal freeze preventExtensions isSealed isFrozen isExtensible keys is');
dump('Object.prototype', Object.prototype, 'constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__');
dump('Function.prototype', Function.prototype, 'length constructor toString apply call bind');
print(attributes(Object, 'prototype').slice(0, 3), attributes(Function, 'prototype').slice(0, 3), attributes(Object, 'length'), attributes(Object, 'name'));
