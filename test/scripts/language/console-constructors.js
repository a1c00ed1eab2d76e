// An instance shows what made it.
// expect: pass
// log: Point { x: 1, y: 2 }
// log: { p: Point { x: 1, y: 2 } }
// log: [Object: null prototype] {}

function Point(x, y) { this.x = x; this.y = y; }
console.log(new Point(1, 2));
console.log({ p: new Point(1, 2) });
console.log(Object.create(null));
