// A canary that fails on purpose, by an error that nobody catches.
//
// It shows what the run's page makes of one: the message as the cause, the stack, and the source line that threw.
// Functions with names make stacks that read well.

/** @param {{ name: string, stock: number }} item */
function check_stock(item) {
  if (item.stock < 1) throw new Error('error thrown on purpose: no ' + item.name + ' left');
}

check_stock({ name: 'feathers', stock: 0 });
