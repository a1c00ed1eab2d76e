// Hidden properties stay hidden.
// expect: pass
// timeout: 500ms

var keys = Reflect.ownKeys(log).concat(Reflect.ownKeys(http), Reflect.ownKeys(std), Reflect.ownKeys(test), Reflect.ownKeys(this));
keys.forEach(function (key) {
  if (typeof key === 'string' && key.charCodeAt(0) > 126) throw new Error('a hidden key shows');
});
