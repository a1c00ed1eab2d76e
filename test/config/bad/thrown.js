// An error of the configuration's own.
// error: 4:3: no such environment
function choose() {
  throw new Error('no such environment');
}
choose();
