// Dates as text by hand, and read again.
function pad(n) { return n < 10 ? '0' + n : String(n); }
function format(d, f) { return f.replace(/YYYY|MM|DD|hh|mm|ss|ddd/g, function (k) { return { YYYY: d.getUTCFullYear(), MM: pad(d.getUTCMonth() + 1), DD: pad(d.getUTCDate()), hh: pad(d.getUTCHours()), mm: pad(d.getUTCMinutes()), ss: pad(d.getUTCSeconds()), ddd: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][d.getUTCDay()] }[k]; }); }
[0, 951782400000, 1e12, 1709164799999, -1].forEach(function (t) { print(format(new Date(t), 'ddd YYYY-MM-DD hh:mm:ss'), format(new Date(t), 'DD.MM.YYYY')); });
function parse(s) { var m = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+)(?::(\d+))?)?$/.exec(s); return m ? Date.UTC(m[1], m[2] - 1, m[3], m[4] || 0, m[5] || 0, m[6] || 0) : NaN; }
print(['2024-02-29', '2024-02-29T12:30', '2024-02-29T12:30:15', 'x'].map(parse), parse('2024-02-29') === Date.parse('2024-02-29'));
function ago(ms) { var units = [['year', 31536e6], ['day', 864e5], ['hour', 36e5], ['minute', 6e4]]; for (var i = 0; i < units.length; i++) { var n = Math.floor(ms / units[i][1]); if (n) return n + ' ' + units[i][0] + (n > 1 ? 's' : '') + ' ago'; } return 'now'; }
print([0, 6e4, 36e5 * 5, 864e5, 31536e6 * 2].map(ago));
