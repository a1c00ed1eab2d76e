// Modules by closures: private state, namespaces, lazy values, events.
var counter = (function () { var n = 0; function step(by) { n += by; return api; } var api = { up: function () { return step(1); }, down: function () { return step(-1); }, get value() { return n; } }; return api; })();
print(counter.up().up().down().up().value, counter.n);
var ns = ns || {};
ns.util = (function (m) { m.twice = function (x) { return x * 2; }; return m; })(ns.util || {});
ns.util = (function (m) { m.thrice = function (x) { return x * 3; }; return m; })(ns.util || {});
print(ns.util.twice(4), ns.util.thrice(4));
function lazy(make) { var v, done = false; return function () { if (!done) { v = make(); done = true; } return v; }; }
var made = 0, get = lazy(function () { return ++made; });
print(get(), get(), made);
function Events() { this.handlers = {}; }
Events.prototype = { on: function (n, f) { (this.handlers[n] = this.handlers[n] || []).push(f); return this; }, emit: function (n) { var args = [].slice.call(arguments, 1); return (this.handlers[n] || []).map(function (f) { return f.apply(null, args); }); } };
print(new Events().on('a', function (x) { return x + 1; }).on('a', function (x, y) { return x * y; }).emit('a', 3, 4));
var require = (function () { var cache = {}, defs = { a: function (r, m) { m.exports = { name: 'a', b: r('b') }; }, b: function (r, m) { m.exports.name = 'b'; } }; return function r(n) { if (!cache[n]) { cache[n] = { exports: {} }; defs[n](r, cache[n]); } return cache[n].exports; }; })();
print(require('a'), require('a') === require('a'), require('a').b === require('b'));
