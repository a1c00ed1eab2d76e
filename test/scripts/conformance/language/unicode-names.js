// Names beyond ASCII, and escaped.
var caf\u00e9 = 1, \u03c0 = 3.14, \u4e2d\u6587 = 'zh', $dollar = '$', _ = '_', \u0076ar1 = 'escaped', a\u0301 = 'combining';
print(caf\u00e9, \u03c0, \u4e2d\u6587, $dollar, _, var1, a\u0301);
var o = { \u00fcber: 1, 'with space': 2, \u0061b: 3, 日本: 4 };
print(Object.keys(o), o.\u00fcber, o.ab, o['日本'], o.日本);
function \u0416() { return 'function'; }
print(\u0416(), \u0416.name, outcome(function () { return eval('var \\u0031a'); }), outcome(function () { return eval('v\\u0061r x = 1'); }));
