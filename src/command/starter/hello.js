// A first canary. It asks nobody, so that it passes wherever it is: change it, and see what comes of that.

var order = test.step('make an order', function () {
  var made = { id: std.do.rand_string(8), items: 2 };
  // Called when the script has ended, however it ended.
  test.cleanup('remove the order', function () {
    log.info('removed ' + made.id);
  });
  return made;
});

test.step('look at it', function () {
  check(order, {
    'has an id': function (o) { return o.id.length === 8; },
    'has items': function (o) { return o.items > 0; }
  });
});

log.kv(order).info('all is well');
