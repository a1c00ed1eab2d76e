// A sleep takes about as long as it says; none, or less than none, takes none.
// expect: pass

function took(text) {
  var t = Date.now();
  std.time.sleep(text);
  return Date.now() - t;
}
var ms = took('120ms');
if (ms < 110 || ms > 5000) throw new Error('120ms took ' + ms + ' ms');
if (took('0s') > 1000 || took('-1h') > 1000) throw new Error('no time took time');
ms = took('0.05s');
if (ms < 45 || ms > 5000) throw new Error('0.05s took ' + ms + ' ms');
ms = took('1ms500us');
if (ms > 2000) throw new Error('1ms500us took ' + ms + ' ms');
