// Texts of megabytes arrive as they were sent, whatever their characters, and hold up nobody.
// expect: pass
// timeout: 20s

var target = '__TARGET__';
function repeated(text, times) { return new Array(times + 1).join(text); }

// Each of its pieces would end within another character.
var mixed = 'x' + repeated('aä€\ud83d\ude00\ud800', 30000);
var came = http.post(target + '/echo', mixed).json('body');
if (came !== 'x' + repeated('aä€\ud83d\ude00\ufffd', 30000)) throw new Error('mixed: ' + came.length);
if (http.post(target + '/echo', { m: mixed.replace(/\ud800/g, '') }).json('body').length !== 4 * 30000 + 30000 + 8 + 1) throw new Error('json');
var form = http.post(target + '/echo', null, { form: { a: repeated('ä ', 50000) } }).json('body');
if (form !== 'a=' + repeated('%C3%A4+', 50000)) throw new Error('form');
