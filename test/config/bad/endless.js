// A configuration without end.
// error: 4:1: the configuration took longer than its timeout of 200ms
// timeout: 200ms
while (true) {}
