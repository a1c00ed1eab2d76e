// What is not there is refused by the parser, with a SyntaxError that can be caught.
// expect: pass

_.each([
  'let a = 1', 'var f = x => x', 'var s = `text`', 'class A {}', 'for (var x of []) {}', 'var { a } = {}',
  'var [a] = []',
  'function f(...rest) {}', 'function f(a = 1) {}', 'f(...[])', 'async function f() {}', 'function* g() {}', 'a?.b',
  'a ?? b', 'try {} catch {}'
], function (code) {
  var error = null;
  try {
    new Function(code);
  } catch (e) {
    error = e;
  }
  if (!(error instanceof SyntaxError)) throw new Error(code + ' gives ' + error);
});
