// Our calls do not rest on what a script can replace.
// expect: pass
// timeout: 500ms
// log: log works
// fields: {"k": "v"}
// log: console works

function no() { throw new Error('replaced'); }
Array.prototype.push = Array.prototype.forEach = Array.prototype.join = Array.prototype.map = Array.prototype.slice = no;
Object.keys = Object.assign = Object.defineProperty = Object.getOwnPropertyNames = no;
String.prototype.replace = String.prototype.split = String.prototype.toString = String.prototype.indexOf = no;
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = no;
JSON.stringify = JSON.parse = no;
RegExp.prototype.exec = RegExp.prototype.test = no;
Date.prototype.toISOString = no;
String = Number = Object = Array = Error = TypeError = JSON = Math = undefined;

log.kv('k', 'v').info('log works');
console.log('console works');
if (typeof std.time.now() !== 'string' || std.do.rand_string(8).length !== 8) throw 'std is broken';
