// The library of ES2015 to ES2022, as far as Duktape lacks it, and how a modern script is executed. A CommonJS module.
var loop = require('./loop');
// Promises look for these two when they are loaded.
globalThis.queueMicrotask = loop.queueMicrotask;
globalThis.setImmediate = loop.task;
globalThis.clearImmediate = function () {};
var helpers = require('./helpers');  // which keep the engine's own Reflect.construct
// What the engine has of these does not know all that they can be asked.
delete Reflect.get;
delete Reflect.set;
var roughRoot = Math.cbrt;
Math.cbrt = function cbrt(x) {
  var root = roughRoot(x);
  return root === 0 || !isFinite(root) ? root : root - (root * root * root - x) / (3 * root * root);
};
require('core-js/es/symbol');
require('core-js/es/map');
require('core-js/es/set');
require('core-js/es/weak-map');
require('core-js/es/weak-set');
require('core-js/es/promise');
require('core-js/es/error');
require('core-js/es/array');
require('core-js/es/object');
require('core-js/es/string');
require('core-js/es/number');
require('core-js/es/math');
require('core-js/es/reflect');
delete globalThis.setImmediate;
delete globalThis.clearImmediate;
['queueMicrotask', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'].forEach(function (name) {
  Object.defineProperty(globalThis, name, { value: loop[name], writable: true, configurable: true, enumerable: false });
});
Reflect.construct = function construct(target, args) {
  return helpers.construct(target, args, arguments.length > 2 ? arguments[2] : target);
};
exports.helpers = helpers;
exports.execute = function (body, pause, exports, require, module, filename, folder) {
  return loop.execute(function () { body.call(undefined, exports, require, module, filename, folder, helpers); }, pause, module);
};
exports.cleanUp = loop.cleanUp;
