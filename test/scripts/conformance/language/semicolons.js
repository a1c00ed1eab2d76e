// Where a line's end ends a statement, and where not.
var a = 1
var b = 2
var c = a
+ b
print(c)
var f = function () { return 'called' }
var s = f
()
print(s)
function r() {
  return
  5
}
print(r())
var i = 1
var j = 2
i
++
j
print(i, j)
var t = [1, 2, 3]
;[4, 5].forEach(function (n) { t.push(n) })
print(t)
if (true) print('one line'); else print('never')
do print('do'); while (false) print('after')
for (var k = 0; k < 1; k++) print('for')
throw_: { var x = 'x' }
print(x); ;;; {}
print(eval('1\n2'), eval('a\n/1/1'), outcome(function () { return eval('a b') }), outcome(function () { return eval('{ 1 2 } 3') }), eval('{ 1\n2 } 3'))
