// A value is thrown that is no error.
// error: thrown: 42
throw 42;
