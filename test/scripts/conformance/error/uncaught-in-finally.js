// The last error counts.
try { throw new Error('first'); } finally { print('finally'); throw new TypeError('second'); }
