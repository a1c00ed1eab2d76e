// Local times keep their parts, wherever this runs.
var d = new Date(2021, 5, 15, 10, 20, 30, 400);
print(d.getFullYear(), d.getMonth(), d.getDate(), d.getDay(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getMilliseconds());
d.setMonth(0); d.setDate(32); d.setHours(12, 61, 61, 1001);
print(d.getMonth(), d.getDate(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getMilliseconds());
d.setFullYear(2024, 1, 29); d.setSeconds(-1); d.setMilliseconds(5); d.setMinutes(7, 8, 9);
print(d.getFullYear(), d.getMonth(), d.getDate(), d.getMinutes(), d.getSeconds(), d.getMilliseconds(), d.getYear());
print(new Date(99, 0).getFullYear(), new Date(0, 0).getFullYear(), new Date(100, 0).getFullYear(), new Date(2020, 0, 1).getTime() === Date.UTC(2020, 0, 1) + new Date(2020, 0, 1).getTimezoneOffset() * 60000);
d.setYear(95);
print(d.getFullYear(), d.setYear(NaN), d.getFullYear(), typeof new Date().getTimezoneOffset(), new Date(NaN).getTimezoneOffset(), new Date(NaN).getHours());
