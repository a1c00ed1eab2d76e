// An error that is caught and thrown again is the same error.
// expect: fail
// class: assert
// cause: no stock
// log: caught no stock
// at: 9

function fetch_stock() {
  throw new Error('no stock');
}
try {
  fetch_stock();
} catch (e) {
  log.info('caught ' + e.message);
  throw e;
}
