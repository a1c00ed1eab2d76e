// A getter is named, not called.
// expect: pass
// log: { a: [Getter] }
// log: { a: [Setter] }
// log: { a: [Getter/Setter] }

console.log({ get a() { throw new Error('called'); } });
console.log({ set a(v) {} });
console.log({ get a() { return 1; }, set a(v) {} });
