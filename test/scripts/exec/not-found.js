// A program that is not there is told of with where it was looked for.
// expect: fail
// class: exec
// cause: exec.run 'no-such-program': there is no program 'no-such-program' in /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

exec.run('no-such-program');
