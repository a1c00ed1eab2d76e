// Ten thousand errors thrown and caught.
var counts = {}, total = 0;
for (var i = 0; i < 6000; i++) {
  try { switch (i % 6) { case 0: null.x; break; case 1: undefinedName; break; case 2: new Array(-1); break; case 3: throw i; case 4: decodeURI('%'); break; case 5: (void 0)(); } } catch (e) { var n = e instanceof Error ? e.name : typeof e; counts[n] = (counts[n] || 0) + 1; } finally { total++; }
}
print(counts, total);
function deep(n) { if (!n) throw new Error('deep'); try { deep(n - 1); } finally { total++; } }
for (i = 0; i < 50; i++) { try { deep(40); } catch (e) { total += 1000; } }
print(total);
