// Any value can be thrown and is caught as it was.
[undefined, null, 0, -0, NaN, '', 'text', true, {}, [1], function f() {}, /x/, Symbol('s'), new Date(0), new Error('e')].forEach(function (v) { try { throw v; } catch (e) { print(Object.is(e, v), e); } });
function thrower(v) { throw v; }
print(outcome(function () { thrower('x'); }), outcome(function () { thrower({ a: 1 }); }), outcome(function () { thrower(new RangeError('r')); }));
try { thrower(thrower); } catch (e) { print(e === thrower); }
try { try { throw 1; } catch (e) { throw e + 1; } } catch (e) { print(e); }
