// A template language made of regular expressions: variables, conditions, loops, filters.
function render(t, v) {
  t = t.replace(/\{% for (\w+) in (\w+) %\}([\s\S]*?)\{% end %\}/g, function (a, n, l, body) { return (v[l] || []).map(function (x, i) { var inner = Object.create(v); inner[n] = x; inner.index = i; return render(body, inner); }).join(''); });
  t = t.replace(/\{% if (!?)(\w+) %\}([\s\S]*?)(?:\{% else %\}([\s\S]*?))?\{% endif %\}/g, function (a, not, n, yes, no) { return !!v[n] === !not ? render(yes, v) : render(no || '', v); });
  return t.replace(/\{\{\s*([\w.]+)((?:\s*\|\s*\w+)*)\s*\}\}/g, function (a, path, filters) { var x = path.split('.').reduce(function (o, k) { return o == null ? '' : o[k]; }, v); (filters.match(/\w+/g) || []).forEach(function (f) { x = { upper: function (s) { return String(s).toUpperCase(); }, size: function (s) { return s.length; }, json: JSON.stringify }[f](x); }); return String(x); });
}
print(render('Hi {{ user.name | upper }}{% if admin %} (admin){% else %} (guest){% endif %}: {% for t in tags %}{{ index }}={{ t }};{% end %} {{ tags | size }} {{ user | json }}', { user: { name: 'bird' }, tags: ['a', 'b'], admin: false }), render('{% if !x %}no x{% endif %}{% if x %}x{% endif %}', {}), render('{{ a.b.c }}|', { a: null }));
