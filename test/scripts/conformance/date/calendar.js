// Days of the week, leap years and lengths of months.
function leap(y) { return new Date(Date.UTC(y, 1, 29)).getUTCMonth() === 1; }
print([1600, 1700, 1900, 2000, 2004, 2019, 2020, 2100, 2400].map(leap));
function days(y, m) { return new Date(Date.UTC(y, m + 1, 0)).getUTCDate(); }
print([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(function (m) { return days(2023, m); }), days(2024, 1));
var friday13 = [];
for (var m = 0; m < 48; m++) { var d = new Date(Date.UTC(2020, m, 13)); if (d.getUTCDay() === 5) friday13.push(d.toISOString().slice(0, 7)); }
print(friday13);
function week(t) { var d = new Date(t); d.setUTCDate(d.getUTCDate() + 4 - (d.getUTCDay() || 7)); return Math.ceil(((d - Date.UTC(d.getUTCFullYear(), 0, 1)) / 864e5 + 1) / 7); }
print(week(Date.UTC(2020, 0, 1)), week(Date.UTC(2020, 11, 31)), week(Date.UTC(2021, 0, 3)), week(Date.UTC(2021, 0, 4)));
function easter(y) { var a = y % 19, b = Math.floor(y / 100), c = y % 100, d = b >> 2, e = b % 4, f = Math.floor((b + 8) / 25), g = Math.floor((b - f + 1) / 3), h = (19 * a + b - d - g + 15) % 30, i = c >> 2, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451); return new Date(Date.UTC(y, Math.floor((h + l - 7 * m + 114) / 31) - 1, (h + l - 7 * m + 114) % 31 + 1)); }
print([2000, 2019, 2024, 2038].map(easter));
