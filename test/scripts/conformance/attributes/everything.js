// Every name that is reachable, its attributes and lengths: compared between our own VMs.
var seen = [], lines = 0;
function walk(path, o) {
  if (o === null || (typeof o !== 'object' && typeof o !== 'function') || seen.indexOf(o) >= 0) return;
  seen.push(o);
  note(path + ' ' + typeof o + ' ' + Object.prototype.toString.call(o) + ' ' + Object.isExtensible(o) + seen.indexOf(Object.getPrototypeOf(o)));
  Reflect.ownKeys(o).forEach(function (k) {
    var d = Object.getOwnPropertyDescriptor(o, k);
    lines++;
    note('  ' + String(k) + ' ' + d.writable + d.enumerable + d.configurable + ' ' + (typeof d.value === 'function' ? d.value.length : typeof d.value === 'object' ? 'object' : String(d.value).slice(0, 40)));
    if (path === '' && (k === 'test' || k === 'seen' || k === 'lines')) return;
    walk(path + '.' + String(k), d.value); walk(path + '.get ' + String(k), d.get); walk(path + '.set ' + String(k), d.set);
  });
  walk(path + '.__proto__', Object.getPrototypeOf(o));
}
[Object, Function, Array, String, Boolean, Number, Math, Date, RegExp, Error, JSON, Symbol, Proxy, Reflect, ArrayBuffer, DataView, Uint8Array, TextEncoder, parseInt, eval].forEach(function (o, i) { walk('#' + i, o); });
print(lines > 400, seen.length > 150);
