// %d, %i and %f.
console.log('%d', 42); console.log('%d', '42'); console.log('%d', 'x'); console.log('%d', null); console.log('%d', true); console.log('%d', 1.5); console.log('%d', -0); console.log('%d', {}); console.log('%d', Symbol('x')); console.log('%d', '0x10'); console.log('%d', undefined);
console.log('%i', 42.9); console.log('%i', '42.9px'); console.log('%i', 'x'); console.log('%i', -1.5); console.log('%i', []); console.log('%i', null);
console.log('%f', 1.5); console.log('%f', '1.5px'); console.log('%f', 'x'); console.log('%f', Symbol('x')); console.log('%f', null); console.log('%d%%', 50); console.log('%d of %i', 1, 2.5, 3);
