// A folder that is not there is named.
// expect: fail
// class: exec
// cause: /no/such/folder' cannot be entered: No such file or directory

exec.run('pwd', [], { cwd: '/no/such/folder' });
