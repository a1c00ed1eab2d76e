// A missing file, whose error is caught.
// error: 3:13: there is no file 'nowhere.js' (looked for DIR/nowhere.js)
try { file('nowhere.js'); } catch (e) { console.log('never mind'); }
