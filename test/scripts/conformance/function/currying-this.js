// this through callbacks, self, bind, and thisArg.
function Timer() { this.ticks = 0; }
Timer.prototype.lost = function (list) { list.forEach(function () { this.lostTicks = (this.lostTicks || 0) + 1; }); return this.ticks; };
Timer.prototype.self = function (list) { var self = this; list.forEach(function () { self.ticks++; }); return this.ticks; };
Timer.prototype.bound = function (list) { list.forEach(function () { this.ticks++; }.bind(this)); return this.ticks; };
Timer.prototype.argument = function (list) { list.forEach(function () { this.ticks++; }, this); return this.ticks; };
var t = new Timer();
print(t.lost([1, 2]), t.self([1, 2]), t.bound([1]), t.argument([1, 2, 3]), globalThis.lostTicks, delete globalThis.lostTicks);
var m = t.self;
print(outcome(function () { 'use strict'; return m.call(undefined, [1]); }), m.call({ ticks: 5 }, [1]));
print(['a'].map(String.prototype.toUpperCase.call, String.prototype.toUpperCase), [' x '].map(Function.prototype.call, String.prototype.trim), [[3, 1]].map(Function.prototype.apply.bind(Math.max, null)));
