// escape, unescape, result, uniqueId, times, random, now.
print(_.escape('<a href="x">\'`&</a>'), _.unescape('&lt;a&gt; &amp;amp; &quot;&#x27;&#x60;'), _.unescape(_.escape('<&>"\'')), _.escape(null), _.escape(5), _.escape(''), _.unescape(undefined));
print(_.result({ a: 1 }, 'a'), _.result({ f: function () { return this.v; }, v: 2 }, 'f'), _.result({}, 'x', 'default'), _.result({}, 'x', function () { return 'made'; }), _.result(null, 'a', 'd'), _.result({ a: { b: function () { return 'deep'; } } }, ['a', 'b']), _.times(3, function (n) { return n * n; }), _.times(0, Boolean), _.times(-1, Boolean));
var first = _.uniqueId(), second = _.uniqueId(), third = _.uniqueId('p_');
print(first, second, third, _.random(5, 5), _.random(0), _.every(_.times(100, function () { var r = _.random(3, 7); return r >= 3 && r <= 7 && r % 1 === 0; })), _.every(_.times(50, function () { return _.random(2) <= 2; })), typeof _.now(), Math.abs(_.now() - Date.now()) < 60000);
