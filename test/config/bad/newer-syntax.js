// Newer JavaScript than canaries are written in.
// error: 3:5: SyntaxError: unterminated statement (line 3): let is not in ES5, which the configuration is written in; write var
let a = 1;
