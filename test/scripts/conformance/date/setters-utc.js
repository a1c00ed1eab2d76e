// Every setter of UTC, in and out of range.
var calls = [['setUTCFullYear', 2021], ['setUTCFullYear', 2020, 1, 29], ['setUTCFullYear', 2021, 1, 29], ['setUTCMonth', 5], ['setUTCMonth', -1], ['setUTCMonth', 14, 31], ['setUTCDate', 0], ['setUTCDate', 31], ['setUTCDate', 1000], ['setUTCHours', 25], ['setUTCHours', 1, 2, 3, 4], ['setUTCHours', -1], ['setUTCMinutes', 61], ['setUTCMinutes', 5, 6, 7], ['setUTCSeconds', 90], ['setUTCSeconds', 1, 1500], ['setUTCMilliseconds', -1], ['setUTCMilliseconds', 5.9], ['setUTCDate', NaN], ['setUTCMonth', '3'], ['setTime', 5], ['setTime', NaN], ['setTime', 9e15]];
calls.forEach(function (c) { var d = new Date(Date.UTC(2020, 0, 31, 12, 30, 15, 500)); print(c, d[c[0]].apply(d, c.slice(1)), d); });
var nan = new Date(NaN);
print(nan.setUTCHours(5), nan.setUTCFullYear(2020), nan, nan.setUTCMonth.length, nan.setUTCHours.length, nan.setUTCFullYear.length);
