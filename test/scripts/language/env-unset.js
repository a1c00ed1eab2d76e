// An unset variable is an empty string.
// expect: pass

if (std.os.getenv('CANARY_NO_SUCH_VARIABLE') !== '') throw new Error('not empty');
if (std.os.getenv('') !== '') throw new Error('the variable without a name is not empty');
if (std.os.getenv('A=B') !== '') throw new Error('a name with = is not empty');
if (typeof std.os.getenv('PATH') !== 'string') throw new Error('PATH is a ' + typeof std.os.getenv('PATH'));
