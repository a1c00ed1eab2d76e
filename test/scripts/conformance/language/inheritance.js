// Inheritance by prototypes: methods, super calls, mixins, instanceof.
function inherit(C, P) { C.prototype = Object.create(P.prototype, { constructor: { value: C, writable: true, configurable: true } }); C.base = P.prototype; }
function Animal(name) { this.name = name; }
Animal.prototype.speak = function () { return this.name + ' makes ' + this.sound(); };
Animal.prototype.sound = function () { return 'a sound'; };
function Dog(name) { Animal.call(this, name); this.tricks = []; }
inherit(Dog, Animal);
Dog.prototype.sound = function () { return 'woof'; };
function Puppy() { Dog.apply(this, arguments); }
inherit(Puppy, Dog);
Puppy.prototype.speak = function () { return Puppy.base.speak.call(this) + ' softly'; };
var p = new Puppy('Rex');
print(p.speak(), p instanceof Animal, p.constructor === Puppy, Object.keys(p), Dog.prototype.isPrototypeOf(p), new Animal('X').speak());
p.tricks.push('sit');
print(new Puppy('Y').tricks.length, p.hasOwnProperty('speak'), 'speak' in p);
var mixin = { fly: function () { return this.name + ' flies'; } };
for (var k in mixin) Puppy.prototype[k] = mixin[k];
print(p.fly());
Animal.prototype.late = function () { return 'added later'; };
print(p.late());
for (var names = [], i = 0, at = p; at; at = Object.getPrototypeOf(at)) names.push(at.constructor.name);
print(names);
