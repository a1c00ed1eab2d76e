// Types of one's own work as in Node.
// expect: fail
// class: assert
// cause: no feathers left

function StockError(item) {
  this.message = 'no ' + item + ' left';
}
StockError.prototype = Object.create(Error.prototype);
StockError.prototype.constructor = StockError;
StockError.prototype.name = 'StockError';

throw new StockError('feathers');
