// Templates: interpolate, escape, evaluate, settings.
print(_.template('hello: <%= name %>')({ name: 'moe' }), _.template('<b><%- value %></b>')({ value: '<script>' }), _.template('<% _.each(list, function (n) { %><li><%= n %></li><% }); %>')({ list: [1, 2] }), _.template('a\nb\t\'"\\ <%= x %>')({ x: 1 }), _.template('<%= data.x %>', { variable: 'data' })({ x: 'v' }), _.template('{{ n }}!', { interpolate: /\{\{(.+?)\}\}/g })({ n: 'x' }), _.template('')(), _.template('<%= a %><%= b %>')({ a: null, b: undefined }) === '', _.template('no marks')({}), _.template('<% print("printed ", 1) %>')({}));
print(outcome(function () { return _.template('<%= missing %>')({}); }), outcome(function () { return _.template('<% if ( %>'); }), typeof _.template('x').source, Object.keys(_.templateSettings), outcome(function () { return _.template('<%= x %>', { variable: 'a b' }); }));
_.templateSettings.interpolate = /\[(.+?)\]/g;
print(_.template('[x] <%= y %>')({ x: 1, y: 2 }));
