// Holes show what is on the prototype.
Array.prototype[1] = 'proto';
var a = [0, , 2];
print(a[1], 1 in a, a.hasOwnProperty(1), a.indexOf('proto'), a.join(), a.slice().hasOwnProperty(1));
a.sort();
print(a.length, a.hasOwnProperty(1) || true);
delete Array.prototype[1];
print([0, , 2][1], [0, , 2].join());
