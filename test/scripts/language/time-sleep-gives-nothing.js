// A sleep has no value.
// expect: pass

if (std.time.sleep('1ms') !== undefined) throw new Error('a value');
