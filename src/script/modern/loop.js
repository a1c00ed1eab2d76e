// Jobs, timers, and the end of a modern script: what an event loop is to others.
var now = Date.now, apply = Function.prototype.apply;

function queue() {
  var items = [], first = 0;
  return {
    push: function (item) { items.push(item); },
    isEmpty: function () { return first === items.length; },
    shift: function () {
      var item = items[first];
      items[first++] = undefined;
      if (first === items.length) items = [], first = 0;
      return item;
    },
  };
}

var jobs = queue(), tasks = queue(), timers = [], lastTimer = 0, unhandled = [];

function wantFunction(value, name) {
  if (typeof value !== 'function') throw new TypeError(name + ' wants a function');
}

exports.queueMicrotask = function queueMicrotask(job) {
  wantFunction(job, 'queueMicrotask');
  jobs.push(job);
};

// What promises do after all jobs: they look for rejections that nobody has handled.
exports.task = function (work) { tasks.push(work); };
exports.reportUnhandled = function (value) { unhandled.push(value); };

function start(name, work, delay, args, repeated) {
  wantFunction(work, name);
  delay = Math.max(Number(delay) || 0, repeated ? 1 : 0);
  var timer = { id: ++lastTimer, at: now() + delay, work: work, args: args, every: repeated ? delay : null };
  insert(timer);
  return timer.id;
}

// Those of the same time in the order in which they were set.
function insert(timer) {
  var at = timers.length;
  while (at > 0 && timers[at - 1].at > timer.at) --at;
  timers.splice(at, 0, timer);
}

function stop(id) {
  for (var i = 0; i < timers.length; i++) if (timers[i].id === id) return void timers.splice(i, 1);
}

exports.setTimeout = function setTimeout(work, delay) {
  return start('setTimeout', work, delay, [].slice.call(arguments, 2), false);
};
exports.setInterval = function setInterval(work, delay) {
  return start('setInterval', work, delay, [].slice.call(arguments, 2), true);
};
exports.clearTimeout = function clearTimeout(id) { stop(id); };
exports.clearInterval = function clearInterval(id) { stop(id); };

function drain() {
  while (!jobs.isEmpty() || !tasks.isEmpty()) (jobs.isEmpty() ? tasks : jobs).shift()();
  if (unhandled.length > 0) throw unhandled[0];
}

function runTimer(pause) {
  var timer = timers[0], wait = timer.at - now();
  if (wait > 0) pause(wait);
  timers.shift();
  if (timer.every !== null) {
    timer.at = Math.max(now(), timer.at + timer.every);
    insert(timer);
  }
  apply.call(timer.work, undefined, timer.args);
}

function isThenable(value) {
  return value !== null && typeof value === 'object' && typeof value.then === 'function';
}

// What becomes of a promise: { state, reason }.
function follow(promise) {
  var end = { state: 'waiting', reason: undefined };
  promise.then(function () { end.state = 'settled'; }, function (why) { end.state = 'rejected'; end.reason = why; });
  return end;
}

// Runs what is ready, and what is due as long as `goesOn` says so.
function runWhile(goesOn, pause) {
  drain();
  while (timers.length > 0 && goesOn()) {
    runTimer(pause);
    drain();
  }
}

function giveResult(end, what) {
  if (end.state === 'rejected') throw end.reason;
  if (end.state === 'waiting') {
    throw new Error('the promise that the ' + what + ' returned is never settled: nothing is left that it could wait for');
  }
}

// `body` is the script, `module` its own, `pause` sleeps for so many milliseconds. A function that the script exports as its
// default is the test, which ends when what it returns is settled; a script without one ends when nothing is left to do.
// A script that imports k6 has a setup and a teardown, too.
exports.execute = function (body, pause, module) {
  body();
  drain();
  var test = module.exports;
  if (test !== null && typeof test === 'object' && test.__esModule) {
    var k6 = typeof __k6_test === 'function', named = !k6 && 'default' in test;
    test = k6 ? __k6_test(test) : test.default;  // src/script/builtin/k6.js
    if (named && typeof test !== 'function') {
      throw new TypeError('what the canary exports as its default is not a function, so there is nothing to run: write export default function () { … }');
    }
  }
  var end = { state: 'running' };
  if (typeof test === 'function') {
    var result = test();
    end = isThenable(result) ? follow(result) : { state: 'settled' };
  }
  runWhile(function () { return end.state === 'running' || end.state === 'waiting'; }, pause);
  giveResult(end, 'test');
};

// A cleanup, which ends when what it returns is settled. What the script has left undone is left so.
exports.cleanUp = function (work, pause) {
  jobs = queue(), tasks = queue(), timers = [], unhandled = [];
  var result = work();
  var end = isThenable(result) ? follow(result) : { state: 'settled' };
  runWhile(function () { return end.state === 'waiting'; }, pause);
  giveResult(end, 'cleanup');
};
