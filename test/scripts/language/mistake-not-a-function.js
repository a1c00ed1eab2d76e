// A call of what is no function.
// expect: fail
// class: script
// cause: open

var shop = {};
shop.open();
