// new.target tells a call from a construction.
function F() { return { target: new.target === undefined ? 'undefined' : new.target === F ? 'F' : 'other' }; }
print(new F().target, F().target, Reflect.construct(F, []).target, F.call({}).target);
print(outcome(function () { return Reflect.construct(F, [], Array).target; }));
print(new (F.bind())().target);
function G() { return typeof new.target; }
print(G());
