// Only the stack is for lines; the cause keeps its text.
// expect: fail
// class: assert
// cause: first line

throw new Error('first line\nsecond line');
