// What is changed in TypeScript's text so that the engine gets through it faster. What it makes of a script stays the same, but
// for mappings of a source map that nobody reads.

const edits = [
  // The engine copies a text whole to add to it, and counts its characters to tell its length. So what is written is kept in pieces.
  ['function createTextWriter(newLine) {\n  var output;', `function createTextWriter(newLine) {
  var output, pieces, before;
  function add(s) {
    output += s;
    if (output.length > 2048) { pieces.push(output); before += output.length; output = ''; }
  }`],
  ['linePos = output.length - s.length + last(lineStartsOfS);\n      lineStart = linePos - output.length === 0;',
    'linePos = before + output.length - s.length + last(lineStartsOfS);\n      lineStart = linePos - output.length - before === 0;'],
  ['      output += s;\n      updateLineCountAndPosFor(s);\n    }\n  }\n  function write(s)',
    '      add(s);\n      updateLineCountAndPosFor(s);\n    }\n  }\n  function write(s)'],
  ['    output = "";\n    indent3 = 0;', '    output = "";\n    pieces = [];\n    before = 0;\n    indent3 = 0;'],
  ['      output += s;\n      updateLineCountAndPosFor(s);\n      hasTrailingComment = false;',
    '      add(s);\n      updateLineCountAndPosFor(s);\n      hasTrailingComment = false;'],
  ['      output += newLine;\n      lineCount++;\n      linePos = output.length;',
    '      add(newLine);\n      lineCount++;\n      linePos = before + output.length;'],
  ['getTextPos: () => output.length,', 'getTextPos: () => before + output.length,'],
  ['indent3 * getIndentSize() : output.length - linePos,\n    getText: () => output,',
    "indent3 * getIndentSize() : before + output.length - linePos,\n    getText: () => pieces.join('') + output,"],
  ['hasTrailingWhitespace: () => !!output.length && isWhiteSpaceLike(output.charCodeAt(output.length - 1)),',
    `hasTrailingWhitespace: () => {
      const text = output || pieces[pieces.length - 1] || '';
      return !!text && isWhiteSpaceLike(text.charCodeAt(text.length - 1));
    },`],
  // Most of what is written is a word or a sign.
  ['    const lineStartsOfS = computeLineStarts(s);\n    if (lineStartsOfS.length > 1) {',
    `    if (s.indexOf('\\n') < 0 && s.indexOf('\\r') < 0 && s.indexOf('\\u2028') < 0 && s.indexOf('\\u2029') < 0) {
      lineStart = false;
      return;
    }
    const lineStartsOfS = computeLineStarts(s);
    if (lineStartsOfS.length > 1) {`],
  // Of each line, what stands first in it is all that is read of a source map (src/script/source_map.cpp). Where several things
  // begin at its place, all are told: the last counts.
  ['  function emitPos(pos) {\n    if (', `  var mappedLine = -1, mappedColumn = -1;
  function emitPos(pos) {
    if (writer.getLine() === mappedLine && writer.getColumn() !== mappedColumn) return;
    if (`],
  ['    sourceMapGenerator.addMapping(\n      writer.getLine(),\n      writer.getColumn(),\n      sourceMapSourceIndex,',
    '    mappedLine = writer.getLine();\n    mappedColumn = writer.getColumn();\n    sourceMapGenerator.addMapping(\n      mappedLine,\n      mappedColumn,\n      sourceMapSourceIndex,'],
  // There are no other projects. It is asked for each identifier.
  ['  function getRedirectReferenceForResolution(file) {', '  function getRedirectReferenceForResolution(file) {\n    return undefined;'],
  // Nobody reads these: they take types apart to name them.
  ['  function reportImplicitAny(declaration, type, wideningKind) {', '  function reportImplicitAny(declaration, type, wideningKind) {\n    return;'],
];

/// What TypeScript's helpers are for arrays, in a heap whose arrays are iterated as the engine does it.
const helpers = `
var __values = (function (other) { return function (o) {
  if (!Array.isArray(o)) return other(o);
  var i = 0, r = { value: undefined, done: false };
  return { next: function () { if (i < o.length) r.value = o[i++]; else { r.value = undefined; r.done = true; } return r; } };
}; })(__values);
var __read = (function (other) { return function (o, n) {
  return Array.isArray(o) ? n === undefined ? o.slice() : o.slice(0, n) : other(o, n);
}; })(__read);
var __spreadArray = (function (other) { return function (to, from, pack) {
  return Array.isArray(from) ? to.concat(from) : other(to, from, pack);
}; })(__spreadArray);
`;

/// TypeScript's text, before it is lowered.
export function faster(text) {
  for (const [before, after] of edits) {
    if (text.split(before).length !== 2) throw new Error('TypeScript has changed: not there once: ' + before);
    text = text.replace(before, () => after);
  }
  return text;
}

/// After it was lowered: its helpers stand before it.
export function withFasterHelpers(lowered) {
  const begins = lowered.indexOf('\nvar ts = {};');
  if (begins < 0) throw new Error('TypeScript has changed: it does not begin with var ts');
  return lowered.slice(0, begins) + helpers + lowered.slice(begins);
}

/// Put around the newer library: the engine's own functions stay, where it has them. The library's do what newer languages want
/// of them, in JavaScript, and TypeScript does not.
export const keepNatives = `
var restoreNatives = (function () {
  var kept = [];
  [Array, Array.prototype, String, String.prototype, Object, Function.prototype, RegExp.prototype, Number, Math].forEach(function (of) {
    Object.getOwnPropertyNames(of).forEach(function (name) {
      var own = Object.getOwnPropertyDescriptor(of, name);
      if (typeof own.value === 'function' && own.configurable) kept.push([of, name, own]);
    });
  });
  return function () { kept.forEach(function (k) { Object.defineProperty(k[0], k[1], k[2]); }); };
})();
`;
