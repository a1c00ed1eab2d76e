// Too much output is a limit, whatever the script catches.
// expect: fail
// class: limit
// cause: exec.run 'yes' wrote more than 1MiB to stdout, its max_output, and was ended

try {
  exec.run('yes', [], { max_output: 1048576 });
} catch (e) {
  log.info('caught');
}
