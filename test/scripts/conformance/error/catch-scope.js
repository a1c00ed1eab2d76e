// The caught name lives in its block only.
var e = 'outer';
try { throw 'inner'; } catch (e) { print(e); e = 'assigned'; print(e); var v = 'declared within'; }
print(e, v);
try { throw 'f'; } catch (x) { var get = function () { return x; }; }
print(get(), typeof x);
try { throw 1; } catch (a) { try { throw 2; } catch (a) { print(a); } print(a); }
(function () { try { throw 'p'; } catch (arguments) { print(arguments); } print(arguments.length); })(1, 2);
function f() { try { throw 'hoisted'; } catch (err) { var err = 'kept'; } return err; }
print(f());
for (var i = 0; i < 3; i++) try { throw i; } catch (n) { print(n); }
