// One long text, given often.
// expect: pass
// log contains: xxxxxxxx

var s = new Array(1000001).join('x'), texts = [];
for (var i = 0; i < 50000; ++i) texts.push(s);
console.log.apply(console, texts);
