// delay, defer, throttle and debounce need timers, which a run has not.
['delay', 'defer', 'throttle', 'debounce'].forEach(function (n) { print(n, typeof _[n]); });
print(outcome(function () { _.delay(_.noop, 1); }), outcome(function () { _.defer(_.noop); }), typeof _.throttle(_.noop, 5), typeof _.debounce(_.noop, 5));
