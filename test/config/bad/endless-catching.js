// A configuration without end that catches.
// error: 4:1: the configuration took longer than its timeout of 200ms
// timeout: 200ms
for (;;) { try { while (true) {} } catch (e) {} }
