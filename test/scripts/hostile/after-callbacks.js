// Callbacks of native functions catch what they can, and are called no more.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

var calls = 0;
function loop() {
  if (++calls > 1) console.log('after');
  try { while (true) {} } catch (e) { console.log('after'); } finally { console.log('after'); }
}
var list = [1, 2, 3];
['forEach', 'map', 'filter', 'some', 'every', 'reduce', 'reduceRight', 'sort'].forEach(function (name) {
  try { list[name](loop); } catch (e) { console.log('after'); }
});
try { 'abc'.replace(/./g, loop); } catch (e) { console.log('after'); }
try { JSON.parse('[1,2,3]', loop); } catch (e) { console.log('after'); }
try { _.each(list, loop); } catch (e) { console.log('after'); }
