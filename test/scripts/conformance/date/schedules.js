// The next times of schedules: every n minutes, weekdays, ends of months.
function next(t, minutes) { var step = minutes * 6e4; return (Math.floor(t / step) + 1) * step; }
print([0, 1, 59999, 60000, 12345678].map(function (t) { return new Date(next(t, 5)).toISOString().slice(11, 19); }));
function workdays(from, n) { var d = new Date(from), out = []; while (out.length < n) { d.setUTCDate(d.getUTCDate() + 1); if (d.getUTCDay() % 6) out.push(d.toISOString().slice(5, 10)); } return out; }
print(workdays(Date.UTC(2024, 1, 28), 6));
for (var m = 0, ends = []; m < 14; m++) ends.push(new Date(Date.UTC(2023, m + 1, 0)).toISOString().slice(0, 10));
print(ends);
function cron(t, hour, day) { var d = new Date(t); d.setUTCHours(hour, 0, 0, 0); while (d <= t || d.getUTCDay() !== day) d.setUTCDate(d.getUTCDate() + 1); return d; }
print(cron(Date.UTC(2024, 0, 1, 12), 9, 1), cron(Date.UTC(2024, 0, 1, 8), 9, 1), cron(Date.UTC(2024, 11, 31), 0, 0));
