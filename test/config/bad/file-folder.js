// A folder where a file is wanted.
// error: 3:7: '.' is no regular file (DIR/)
file('.');
