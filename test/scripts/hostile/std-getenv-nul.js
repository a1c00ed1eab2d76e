// A name with NUL.
// expect: pass|fail
// class: script
// timeout: 500ms

if (std.os.getenv('PATH\0X') !== '') throw new Error('cut at NUL');
