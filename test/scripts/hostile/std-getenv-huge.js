// A name of megabytes.
// expect: pass
// timeout: 5s

if (std.os.getenv('X'.repeat(5000000)) !== '') throw new Error('found');
