// file without a path.
// error: 3:1: file wants a path: file('scripts/login.js')
file(7);
