// A cause may hold any text.
// expect: fail
// class: assert
// cause: grüße 🐤

throw new Error('gr\u00fc\u00dfe \ud83d\udc24');
