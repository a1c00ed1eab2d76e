// A call of what is no function.
// expect: fail
// class: script
// cause: open
// at: 8

var shop = {};
shop.open();
