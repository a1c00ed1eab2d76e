// A configuration that sleeps.
// error: 4:1: the configuration took longer than its timeout of 200ms
// timeout: 200ms
std.time.sleep('1h');
