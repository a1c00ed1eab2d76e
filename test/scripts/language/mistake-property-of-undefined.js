// A property of nothing.
// expect: fail
// class: script
// cause: undefined
// at: 8

var response;
log.info(response.code);
