// Few instructions, each of them long: decodeURIComponent.
// expect: fail
// class: timeout
// timeout: 500ms

var text = '%41'.repeat(300000);
while (true) decodeURIComponent(text);
