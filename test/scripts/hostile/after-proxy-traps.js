// Each trap of a proxy loops, and is surrounded by handlers.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

function loop() {
  try {
    while (true) {}
  } catch (e) {
    console.log('after');
  } finally {
    console.log('after');
  }
}
function after() {
  console.log('after');
  return true;
}
var first = new Proxy({}, { get: loop, has: after, ownKeys: after, set: after, deleteProperty: after });
function use(p) {
  try { p.x; } catch (e) { after(); }
  try { 'x' in p; } catch (e) { after(); }
  try { p.x = 1; } catch (e) { after(); }
  try { delete p.x; } catch (e) { after(); }
  try { Object.keys(p); } catch (e) { after(); }
  try { JSON.stringify(p); } catch (e) { after(); }
}
use(first);
after();
throw first;
