// Dates out of range.
// expect: fail
// class: script
// timeout: 500ms
// log: Invalid Date

if (!isNaN(new Date(8.64e15 + 1).getTime())) throw new Error('in range');
console.log(new Date(1e300));
new Date(NaN).toISOString();
