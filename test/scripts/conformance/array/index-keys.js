// Which keys are indices.
var a = [];
a['0'] = 'zero'; a['01'] = 'no'; a[1.0] = 'one'; a['1.5'] = 'no'; a[-1] = 'no'; a['4294967294'] = 'last'; 
print(a.length, Object.keys(a));
a['4294967295'] = 'no';
print(a.length);
a.length = 2;
print(Object.keys(a), a[true], a['1'], a[1e0], a[' 1']);
var b = [];
b[4294967294] = 1;
print(outcome(function () { return b.push(2); }), b.length);
print(Object.keys(b));
