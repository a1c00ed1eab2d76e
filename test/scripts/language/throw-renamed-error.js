// The name belongs to the author.
// expect: fail
// class: assert
// cause: renamed

var e = new Error('renamed');
e.name = 'StockError';
throw e;
