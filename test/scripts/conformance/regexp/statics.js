// The legacy properties of RegExp stay out of sight.
/(a)(b)/.exec('xaby');
note(RegExp.$1 + ' ' + RegExp.lastMatch);
print(RegExp.prototype.constructor === RegExp, Object.prototype.toString.call(/x/), typeof /x/, /x/ instanceof RegExp, /x/ instanceof Object, /x/ == '/x/', '' + /x/g, [/a/, /b/i].join());
var r = /a/;
r.extra = 1;
print(Object.keys(r), r.hasOwnProperty('lastIndex'), JSON.stringify(r), JSON.stringify({ r: /x/ }), delete r.lastIndex, r.exec('a').index);
