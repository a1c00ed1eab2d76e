// What a failed operation leaves behind.
var a = [1, 2, 3];
try { a.forEach(function (v, i) { a[i] = v * 10; if (i === 1) throw 0; }); } catch (e) { print(a); }
var o = { n: 0 };
try { o.n = 5, o.m = missing, o.k = 6; } catch (e) { print(o, e.name); }
try { Object.defineProperties(o, { p: { value: 1, enumerable: true }, q: { get: 5 } }); } catch (e) { print(e.name); }
var i = 0;
try { [i++, i++, null.x, i++]; } catch (e) { print(i); }
try { var late = (i = 100, missing()); } catch (e) { print(i, typeof late); }
function f(x) { x.push('before'); null.y; x.push('after'); }
var list = [];
try { f(list); } catch (e) { print(list); }
var frozen = Object.freeze([1, 2, 3]);
try { frozen.push(4); } catch (e) { print(frozen.length, e.name); }
try { JSON.parse('[1, 2', function () { print('never'); }); } catch (e) { print(e.name); }
try { 'abc'.replace(/./g, function (c, at) { list.push(c); if (at === 1) throw 'stop'; }); } catch (e) { print(list, e); }
