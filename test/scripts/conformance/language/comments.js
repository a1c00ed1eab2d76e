// Comments of all kinds between tokens.
var a = /* inside */ 1 // to the end
/* over
   lines */ + 2; print(a); /**/ /***/ /* // */ // /* not open
print(1 /* x */ + /* y */ 2, 'not /* a */ comment', "nor // this", /[/*]/.test('*'), /\/\//.test('//'), 6 / 2 / 3, 6 /2/ 1)
<!-- an HTML comment
--> another, at the start of a line
/* many *//* in *//* a row */ print('end') /* last */
