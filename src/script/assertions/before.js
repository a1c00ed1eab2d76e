// What Chai looks for and the engine has not. Without a WeakMap it would write into the objects that it compares, and
// then show what it wrote.
function WeakMap() {
  this.keys = [];
  this.values = [];
}
WeakMap.prototype.get = function (key) {
  return this.values[this.keys.indexOf(key)];
};
WeakMap.prototype.has = function (key) {
  return this.keys.indexOf(key) >= 0;
};
WeakMap.prototype.set = function (key, value) {
  var at = this.keys.indexOf(key);
  if (at < 0) at = this.keys.push(key) - 1;
  this.values[at] = value;
  return this;
};
