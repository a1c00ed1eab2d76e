// More than fits.
// expect: fail
// class: script
// timeout: 500ms

std.time.sleep('99999999999999999999h');
