// Much is used and let go, many times: never more than 10 MB at once.
// expect: pass
// timeout: 10s
// memory: 32MiB

for (var i = 0; i < 200; i++) 'x'.repeat(5000000 + i);
