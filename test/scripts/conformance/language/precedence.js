// Which operator binds tighter.
print(1 + 2 * 3 - 4 / 2 % 3, 2 * 3 % 4, -2 * 3, !0 + 1, typeof 1 + 2, void 0 + 1, 1 < 2 < 3, 3 > 2 > 1, 1 == 1 == 1, 5 & 6 == 6, 1 | 2 ^ 3 & 4, 1 + 1 << 2, ~1 + 2, !true || true && false, true ? false ? 1 : 2 : 3, 1 || 0 && 0, (1, 2) + 3);
print(1 + '2' + 3, 1 + 2 + '3', '3' * '4' + '5', +'3' + +'4', '5' - 2, '5' + -2, 1 - -1, - - 1, + + '1', 1 + + '2', [] + {}, [] + [], [1] + [2], {} + 'x', null + 1, undefined + 1, true + true, '' + null, 1 + null + 'x');
var x = 5;
x += x -= x * 2;
print(x, x = x || 7, x && 8, x ? x : 9, x > 5 !== false, 'b' in { b: 1 } && !('c' in {}), new Date(0) instanceof Date == true, typeof typeof 1, !!'' === false, delete {}.x + 1);
