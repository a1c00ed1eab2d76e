// __defineGetter__ and its kin.
var o = { plain: 1 };
o.__defineGetter__('g', function g() { return 'got'; });
o.__defineSetter__('g', function s(v) { this.kept = v; });
o.g = 5;
print(o.g, o.kept, attributes(o, 'g'));
print(o.__lookupGetter__('g').name, o.__lookupSetter__('g').name, o.__lookupGetter__('plain'), o.__lookupGetter__('none'));
var child = Object.create(o);
print(child.__lookupGetter__('g') === o.__lookupGetter__('g'));
print(outcome(function () { o.__defineGetter__('x', 1); }));
