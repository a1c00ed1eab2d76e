// Accessors are shown, and not asked.
console.log({ get a() { throw 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} });
console.log([Object.defineProperty({}, 'hidden', { value: 1 })], Object.defineProperty({ a: 1 }, 'g', { get: function () { return 2; }, enumerable: true }));
