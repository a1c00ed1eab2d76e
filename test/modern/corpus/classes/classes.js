//// a method
class A { m() { return 1; } } console.log(new A().m());
//// a constructor
class A { constructor(n) { this.n = n; } } console.log(new A(3).n);
//// inheritance
class A { m() { return 'a'; } } class B extends A { m() { return super.m() + 'b'; } } console.log(new B().m());
//// super in the constructor
class A { constructor(n) { this.n = n; } } class B extends A { constructor() { super(4); this.o = 5; } } const b = new B(); console.log(b.n, b.o);
//// a constructor that is not written
class A { constructor(...a) { this.a = a; } } class B extends A { } console.log(new B(1, 2).a);
//// getters and setters
class A { get v() { return this.x * 2; } set v(n) { this.x = n; } } const a = new A(); a.v = 4; console.log(a.v);
//// static methods
class A { static make() { return new this(); } } class B extends A { } console.log(B.make() instanceof B);
//// static super
class A { static m() { return 1; } } class B extends A { static m() { return super.m() + 1; } } console.log(B.m());
//// fields
class A { x = 1; y = this.x + 1; } console.log(new A().y, Object.keys(new A()));
//// a field without a value
class A { x; } console.log('x' in new A());
//// a field is defined, not assigned
class A { set x(v) { console.log('set'); } } class B extends A { x = 1; } console.log(new B().x);
//// a field that is an arrow function
class A { v = 3; f = () => this.v; } const { f } = new A(); console.log(f());
//// static fields
class A { static n = 1; static m = A.n + 1; } console.log(A.m);
//// static blocks
class A { static n; static { A.n = 5; } } console.log(A.n);
//// private fields
class A { #p = 1; get() { return this.#p++; } } const a = new A(); a.get(); console.log(a.get(), Object.keys(a));
//// private methods
class A { #m() { return 2; } go() { return this.#m(); } } console.log(new A().go());
//// private accessors
class A { #v = 1; get #w() { return this.#v; } set #w(x) { this.#v = x; } go() { this.#w = 9; return this.#w; } } console.log(new A().go());
//// private statics
class A { static #n = 0; static next() { return ++A.#n; } } A.next(); console.log(A.next());
//// private in
class A { #p; static is(o) { return #p in o; } } console.log(A.is(new A()), A.is({}));
//// another's private
class A { #p = 1; static of(o) { return o.#p; } } try { A.of({}); } catch (e) { console.log(e instanceof TypeError); }
//// computed names
const k = 'm'; class A { [k + '1']() { return 1; } static [k] = 2; } console.log(new A().m1(), A.m);
//// an expression
const A = class { m() { return 1; } }; console.log(new A().m());
//// a named expression
const A = class B { m() { return B === A; } }; console.log(new A().m());
//// called without new
class A { } try { A(); } catch (e) { console.log(e instanceof TypeError, e.message); }
//// called with a this
class A { } try { A.call(new A()); } catch (e) { console.log(e instanceof TypeError); }
//// a derived one called without new
class A { } class B extends A { } try { B(); } catch (e) { console.log(e instanceof TypeError, e.message); }
//// methods are not listed
class A { m() { } get g() { return 1; } static s() { } } const n = []; for (const k in new A()) n.push(k); console.log(n, Object.keys(A), Object.keys(A.prototype));
//// the constructor is not listed
class A { } class B extends A { } const n = []; for (const k in new B()) n.push(k); console.log(n, B.prototype.constructor === B);
//// an error of one's own
class Mine extends Error { constructor(m) { super(m); this.name = 'Mine'; } get twice() { return this.message + this.message; } } try { throw new Mine('x'); } catch (e) { console.log(e instanceof Mine, e instanceof Error, e.message, e.twice, String(e)); }
//// an error of an error
class A extends TypeError { } class B extends A { m() { return 1; } } const b = new B('q'); console.log(b instanceof B, b instanceof A, b instanceof TypeError, b.m(), b.message);
//// an array of one's own
class L extends Array { last() { return this[this.length - 1]; } } const l = new L(); l.push(1, 2); console.log(l.last(), l.length, l instanceof Array, Array.isArray(l));
//// a map of one's own
class M extends Map { get(k) { return super.get(k) ?? 'none'; } } const m = new M([[1, 2]]); console.log(m.get(1), m.get(2), m.size, m instanceof M);
//// a set of one's own
class S extends Set { addAll(...a) { a.forEach(x => this.add(x)); return this; } } console.log(new S().addAll(1, 1, 2).size);
//// a function as the parent
function F(n) { this.n = n; } F.prototype.m = function () { return this.n; }; class A extends F { } console.log(new A(3).m());
//// a parent that is computed
const mix = B => class extends B { mixed() { return true; } }; class A { } class C extends mix(A) { } console.log(new C().mixed(), new C() instanceof A);
//// new target
class A { constructor() { this.t = new.target.name; } } class B extends A { } console.log(new A().t, new B().t);
//// a constructor that returns an object
class A { constructor() { return { other: 1 }; } } class B extends A { constructor() { super(); this.more = 2; } } const b = new B(); console.log(b.other, b.more);
//// a generator as a method
class A { *all() { yield 1; yield 2; } } console.log([...new A().all()]);
//// an iterator of one's own
class A { *[Symbol.iterator]() { yield 'x'; yield 'y'; } } console.log([...new A()]);
//// toString and toPrimitive
class A { toString() { return 'A!'; } } class B { [Symbol.toPrimitive](h) { return h; } } console.log(`${new A()}`, String(new A()));
//// Symbol.hasInstance refused or the same
class E { static [Symbol.hasInstance](n) { return n % 2 === 0; } } console.log(E[Symbol.hasInstance](2));
//// instanceof after an assignment to the prototype
class A { } const a = new A(); console.log(a.constructor === A, A.prototype.isPrototypeOf(a));
//// super in an arrow function
class A { m() { return 1; } } class B extends A { m() { return [1, 2].map(n => super.m() + n); } } console.log(new B().m());
//// super properties of a parent's field refused or the same
class A { m() { return this.v; } } class B extends A { v = 2; m() { return super.m(); } } console.log(new B().m());
//// order of fields and constructors
const log = []; class A { a = log.push('A.a'); constructor() { log.push('A'); } } class B extends A { b = log.push('B.b'); constructor() { log.push('before'); super(); log.push('B'); } } new B(); console.log(log);
//// accessors are inherited
class A { get v() { return 'v' + this.n; } } class B extends A { n = 1; } console.log(new B().v);
//// a name
class Some { } console.log(Some.name, (class Other { }).name, new Some().constructor.name);
//// super before this refused
class A { } class B extends A { constructor() { this.x = 1; super(); } } try { new B(); } catch (e) { console.log(e.name); }
//// super in an arrow refused
class A { } class B extends A { constructor() { const f = () => super(); f(); } } console.log(new B() instanceof B);
//// a parent that is null refused
class A extends null { static s() { return 1; } } console.log(A.s());
//// a parent that is no class
try { const p = 5; class A extends p { } } catch (e) { console.log(e instanceof TypeError); }
//// getters of an instance in JSON
class A { x = 1; get y() { return 2; } toJSON() { return { x: this.x, y: this.y }; } } console.log(JSON.stringify(new A()));
//// async methods
class A { async m() { return 3; } } new A().m().then(v => console.log(v));
//// a private name used twice
class A { #x = 1; sum(o) { return this.#x + o.#x; } } console.log(new A().sum(new A()));
//// private assignment with an operator
class A { #n = 2; go() { this.#n **= 3; this.#n ||= 1; return this.#n; } } console.log(new A().go());
//// destructuring into private
class A { #a; #b; go() { [this.#a, this.#b] = [1, 2]; return this.#a + this.#b; } } console.log(new A().go());
//// Object.freeze in the constructor
'use strict'; class A { constructor() { this.x = 1; Object.freeze(this); } } const a = new A(); try { a.x = 2; } catch (e) { } console.log(a.x);
//// Reflect.construct for another class
class A { constructor(n) { this.n = n; } } class B { m() { return this.n; } } console.log(Reflect.construct(A, [2], B).m());
//// a built-in one for another class
class B { m() { return this.length; } } const l = Reflect.construct(Array, [1, 2], B); console.log(l.m(), l instanceof B);
//// a class that throws while it is made
class A { constructor() { throw new Error('x'); } } class B extends A { } try { new B(); } catch (e) { console.log(e.message); } try { A(); } catch (e) { console.log(e instanceof TypeError); }
