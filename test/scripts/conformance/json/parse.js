// What JSON.parse takes.
['null', 'true', ' false ', '0', '-0', '1.5e3', '-1E-2', '""', '"a\\n\\u0041\\/\\"\\\\"', '[]', '[1,[2,[]]]', '{}', '{"a":{"b":[1,{"c":null}]}}', '\t\n\r 1 ', '{"a":1,"a":2}', '{"":1}', '{"1":1,"0":0}', '1e400', '123456789012345678901', '"\\ud83d\\ude00"', '"\u2028"', '"\u007f"', '{"__proto__":1}'].forEach(function (t) { print(t, outcome(function () { return JSON.parse(t); })); });
print(JSON.parse(5), JSON.parse(null), JSON.parse(true), JSON.parse(['1']), JSON.parse({ toString: function () { return '[2]'; } }), JSON.parse.length);
