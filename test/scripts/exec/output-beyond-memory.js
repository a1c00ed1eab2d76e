// Output that the script's memory has no room for.
// expect: fail
// class: limit
// cause: the script needs more memory than its limit of 4 MiB
// memory: 4MiB

exec.run('head', ['-c', '6000000', '/dev/zero']);
