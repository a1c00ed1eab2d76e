// Not JavaScript.
// error: 4:9: SyntaxError: parse error (line 4)
var a = 1;
var b = = 2;
