// Conversions of operands take for ever, and there are more.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

function loop() {
  try { while (true) {} } catch (e) { console.log('after'); }
  return 1;
}
function after() {
  console.log('after');
  return 1;
}
var first = { valueOf: loop, toString: after }, second = { valueOf: after, toString: after };
try { first + second; } catch (e) { after(); }
try { first < second; } catch (e) { after(); }
try { Math.max(first, second); } catch (e) { after(); }
try { [first, second].join(); } catch (e) { after(); }
after();
