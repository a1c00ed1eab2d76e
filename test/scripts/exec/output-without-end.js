// Output without end ends at 10 MiB.
// expect: fail
// class: limit
// cause: exec.run 'yes' wrote more than 10MiB to stdout, its max_output

exec.run('yes');
