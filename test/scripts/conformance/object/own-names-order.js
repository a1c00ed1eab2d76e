// Own names come as array indices in order, then strings as they were added, then symbols.
var o = {};
o.z = 1; o['10'] = 1; o.a = 1; o[2] = 1; o[Symbol('s')] = 1; o['01'] = 1; o[-1] = 1; o['4294967294'] = 1; o['4294967295'] = 1; o[0] = 1;
print(Object.getOwnPropertyNames(o));
print(Object.keys(o));
var seen = [];
for (var key in o) seen.push(key);
print(seen, JSON.stringify(o));
print(Reflect.ownKeys(o).map(String));
print(Object.getOwnPropertySymbols(o).length);
delete o.z;
o.z = 2;
print(Object.keys(o));
