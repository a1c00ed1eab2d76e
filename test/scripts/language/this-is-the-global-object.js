// At the top level, this is the global object.
// expect: pass

var mine = 1;
if (this.mine !== 1 || this !== globalThis) throw new Error('this is ' + this);
