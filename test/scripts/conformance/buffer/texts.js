// Buffer from texts and lists, and back to text.
print(new Buffer('abc').length, new Buffer('abc').toString(), new Buffer('h\u00e9\u20ac').length, new Buffer('h\u00e9\u20ac').toString() === 'h\u00e9\u20ac', new Buffer([104, 105]).toString(), new Buffer([1, 2, 300])[2], new Buffer(0).length, new Buffer('').toString() === '');
print(Buffer.isBuffer(new Buffer(1)), Buffer.isBuffer(new Uint8Array(1)), Buffer.isBuffer({}), Buffer.isBuffer(), Buffer.byteLength('\u20ac'), Buffer.byteLength('abc'), Buffer.isEncoding('utf8'), Buffer.isEncoding('nonsense'));
var b = new Buffer('canary');
print(b.toString('utf8', 1, 3), b[0], b[99], JSON.stringify(new Buffer([1, 2])), b.toString('utf8', 4));
