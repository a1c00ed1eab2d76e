// A first canary. It asks nobody, so that it passes wherever it is: change it, and see what comes of that.

interface Order {
  id: string;
  items: number;
}

export default function () {
  const order = test.step('make an order', (): Order => {
    const made = { id: std.do.rand_string(8), items: 2 };
    // Called when the script has ended, however it ended.
    test.cleanup('remove the order', () => log.info(`removed ${made.id}`));
    return made;
  });

  test.step('look at it', () => {
    check(order, {
      'has an id': (o) => o.id.length === 8,
      'has items': (o) => o.items > 0
    });
  });

  log.kv(order).info('all is well');
}
