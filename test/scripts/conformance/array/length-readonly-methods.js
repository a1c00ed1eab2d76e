// What methods do where the length cannot be written.
function locked() { var a = [1, 2, 3]; Object.defineProperty(a, 'length', { writable: false }); return a; }
['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse'].forEach(function (name) {
  var a = locked();
  print(name, outcome(function () { return a[name](name === 'splice' ? 0 : name === 'sort' ? undefined : 9); }), a.length);
});
print(locked().concat([4]), locked().slice(1), locked().map(String));
