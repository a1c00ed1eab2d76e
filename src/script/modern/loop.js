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

// `body` is the script, `module` its own, `pause` sleeps for so many milliseconds. A function that the script exports as its
// default is the test, which ends when what it returns is settled; a script without one ends when nothing is left to do.
exports.execute = function (body, pause, module) {
  body();
  drain();
  var test = module.exports;
  if (test !== null && typeof test === 'object' && test.__esModule) test = test.default;
  var state = 'running', reason;
  if (typeof test === 'function') {
    var result = test();
    if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
      state = 'waiting';
      result.then(function () { state = 'settled'; }, function (why) { state = 'rejected'; reason = why; });
    } else {
      state = 'settled';
    }
  }
  drain();
  while (timers.length > 0 && (state === 'running' || state === 'waiting')) {
    runTimer(pause);
    drain();
  }
  if (state === 'rejected') throw reason;
  if (state === 'waiting') throw new Error('the promise that the test returned is never settled: nothing is left that it could wait for');
};
