// Strings inside are quoted, with the quote that needs least escaping.
// expect: pass
// log: { s: 'plain' }
// log: { s: "it's" }
// log: { s: 'say "x"' }
// log: { s: 'line\nbreak\ttab' }
// log: [ 'back\\slash' ]

console.log({ s: 'plain' });
console.log({ s: "it's" });
console.log({ s: 'say "x"' });
console.log({ s: 'line\nbreak\ttab' });
console.log(['back\\slash']);
