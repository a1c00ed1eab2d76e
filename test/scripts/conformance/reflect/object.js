// Reflect itself, and its functions.
print(typeof Reflect, outcome(function () { return new Reflect(); }), outcome(function () { return Reflect(); }), Object.getPrototypeOf(Reflect) === Object.prototype, Object.keys(Reflect));
['apply', 'construct', 'defineProperty', 'deleteProperty', 'get', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'has', 'isExtensible', 'ownKeys', 'preventExtensions', 'set', 'setPrototypeOf'].forEach(function (n) { print(n, Reflect[n].length, Reflect[n].name, attributes(Reflect, n), outcome(function () { return Reflect[n](); })); });
