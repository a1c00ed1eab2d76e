// Errors pass through many levels, keep what they are, and each finally is done once.
var log = [];
function level(n) { try { if (n === 0) throw new RangeError('bottom'); level(n - 1); } catch (e) { e.path = (e.path || '') + n; if (n % 2) throw e; var w = new TypeError('w' + n); w.path = e.path; throw w; } finally { log.push(n); } }
try { level(9); } catch (e) { print(e.name, e.message, e.path, log); }
function retry(times, f) { for (var i = 1; ; i++) { try { return f(i); } catch (e) { if (i >= times) throw e; } } }
print(retry(3, function (i) { if (i < 3) throw new Error('again'); return 'at ' + i; }), outcome(function () { return retry(2, function () { throw new RangeError('never'); }); }));
print([1, 2, 3].map(function (n) { try { if (n === 2) throw n; return n; } catch (e) { return 'caught ' + e; } finally { n = 0; } }));
var thrown = 0;
for (var i = 0; i < 1000; i++) { try { JSON.parse('{' + i); } catch (e) { if (e instanceof SyntaxError) thrown++; } }
print(thrown);
