// A circle for the console.
// expect: pass
// timeout: 500ms
// log contains: Circular

var o = { list: [] };
o.list.push(o, { o: o });
console.log(o);
