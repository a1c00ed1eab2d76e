// log.fail ends the run from any depth.
// expect: fail
// class: assert
// cause: two is one too many
// log: saw 1
// no log: saw 3

_.each([1, 2, 3], function (n) {
  _.each([n], function (m) {
    if (m === 2) log.fail('two is one too many');
    log.info('saw ' + m);
  });
});
