// ES5: no template literals.
// expect: fail
// class: script
// at: 7

var name = 'x';
log.info(`hello ${name}`);
