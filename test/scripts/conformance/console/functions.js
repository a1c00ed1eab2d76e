// Functions, named and not, with properties.
console.log(function () {}, function named() {}, [function () {}], { m: function inner() {} });
function f() {}
f.prop = 1;
console.log(f, [f], { f: f });
console.log(Math.max, [].push);
