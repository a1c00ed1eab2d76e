// What arguments do while they are read harms nobody.
// expect: fail
// class: script
// cause: exec.run: the argument at 1 must be a string, not undefined

var list = ['a', 'b'];
Object.defineProperty(list, 0, { get: function () { list.length = 1; return 'x'; } });
exec.run('true', list);
