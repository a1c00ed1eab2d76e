// Much source, not deep.
// expect: pass|fail
// class: limit|timeout|script
// timeout: 2s

eval('var a = 1;'.repeat(200000));
