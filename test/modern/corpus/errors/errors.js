//// a cause
const e = new Error('a', { cause: 'b' }); console.log(e.cause, 'cause' in new Error('x'));
//// AggregateError
const e = new AggregateError([1, 2], 'm'); console.log(e.errors, e.message, e instanceof Error, e.name);
//// names
for (const E of [TypeError, RangeError, SyntaxError]) console.log(new E('x').name, String(new E('m')));
//// optional catch
try { throw 1; } catch { console.log('c'); } finally { console.log('f'); }
//// finally wins
function f() { try { return 1; } finally { return 2; } } console.log(f());
//// rethrown
let no; try { try { throw new Error('in'); } catch (e) { throw new Error('out', { cause: e }); } } catch (e) { console.log(e.message, e.cause.message); }
//// uncaught
console.log('before'); throw new Error('end');
//// uncaught in a function
const f = () => { null.x; }; console.log('before'); f();
//// what is thrown is no error
try { throw { code: 1 }; } catch ({ code }) { console.log(code); }
//// a stack is a text
console.log(typeof new Error('x').stack, new Error('x').stack.startsWith('Error: x'));
//// an error of a class with fields
class HttpError extends Error { code = 0; constructor(m, code) { super(m); this.code = code; } } const e = new HttpError('m', 404); console.log(e.code, e.message, e.name, e instanceof HttpError);
//// name on the prototype
class E extends Error { } E.prototype.name = 'E'; console.log(String(new E('x')), Object.keys(new E('x')));
//// without new
console.log(Error('x') instanceof Error, Error('x').message);
//// toString of the class
console.log(Object.prototype.toString.call(new (class extends Error { })()));
//// a wrong syntax refused
const a = ; console.log(a);
//// an unclosed brace refused
function f() { let x = 1; console.log(x);
//// a reserved word refused
let class = 1; console.log(1);
//// await in a plain function refused
function f() { await 1; } f();
//// return outside refused
let x = 1; return x;
//// break outside refused
let x = 1; break; console.log(x);
//// a label twice refused
let x; a: a: for (;;) break; console.log(1);
