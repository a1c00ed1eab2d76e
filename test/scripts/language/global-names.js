// Besides the language, a script finds the documented names and no more.
// expect: pass

var known = ('globalThis NaN Infinity undefined Object Function Array String Boolean Number Date RegExp Error ' +
  'EvalError RangeError ReferenceError SyntaxError TypeError URIError Math JSON Proxy Reflect Symbol Buffer ' +
  'ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array ' +
  'Float32Array Float64Array parseInt parseFloat TextEncoder TextDecoder performance eval isNaN isFinite decodeURI decodeURIComponent ' +
  'encodeURI encodeURIComponent escape unescape CBOR http exec secrets ssh check log console std test dns tcp tls _ expect assert known extra').split(' ');
var extra = _.difference(Object.getOwnPropertyNames(this), known);
if (extra.length > 0) throw new Error('also there: ' + extra.join(' '));
