// bind, bindAll, partial.
var o = { tag: 'o', f: function (a, b) { return [this.tag, a, b]; }, g: function () { return this.tag; } };
print(_.bind(o.f, { tag: 'x' }, 1)(2), _.bind(o.f, o)(1, 2), outcome(function () { return _.bind(5); }), _.bind(function () { return this === globalThis; }, undefined)());
var view = { label: 'underscore', onClick: function () { return 'clicked ' + this.label; }, onHover: function () { return 'hover ' + this.label; } };
_.bindAll(view, 'onClick', 'onHover');
var click = view.onClick;
print(click(), (0, view.onHover)(), outcome(function () { _.bindAll(view); }));
var sub = _.partial(function (a, b) { return a - b; }, 5), rev = _.partial(function (a, b) { return a - b; }, _, 20);
print(sub(20), rev(5), _.partial(function () { return _.toArray(arguments); }, _, 'b', _, 'd')('a', 'c', 'e'), _.partial(o.g).call(o));
function Ctor(a) { this.a = a; }
var Bound = _.bind(Ctor, { ignored: 1 }, 7);
print(new Bound().a, new Bound() instanceof Ctor, new (_.partial(Ctor, 3))().a);
