// Percent signs that mean nothing stay, and so do those without an argument.
// expect: pass
// log: 100%
// log: 100%d
// log: one %s
// log: %%
// log: % x
// log: 50%
// log: %x 1
// log: a  styled
// log: a b { c: 1 }
// log: 1 %s x

console.log('100%');
console.log('100%d');
console.log('%s %s', 'one');
console.log('%%');
console.log('%% %s', 'x');
console.log('%d%%', 50);
console.log('%x', 1);
console.log('a %c styled', 'color: red');
console.log('%s', 'a', 'b', { c: 1 });
console.log(1, '%s', 'x');
