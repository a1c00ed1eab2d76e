// Makes a text as long as its memory allows.
// expect: fail
// class: limit
// memory: 16MiB
var text = 'canary was here ';
for (;;) text += text;
