// Functions declared in blocks and switch cases.
if (true) { function inIf() { return 'if'; } }
print(inIf());
switch (1) { case 1: function inSwitch() { return 'switch'; } }
print(inSwitch());
for (var i = 0; i < 1; i++) { function inFor() { return 'for'; } }
print(inFor());
try { function inTry() { return 'try'; } } finally {}
print(inTry());
(function () { { function inner() { return 'block'; } } print(inner()); })();
