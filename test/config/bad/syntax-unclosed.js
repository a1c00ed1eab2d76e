// A bracket that is not closed.
// error: 5:1: SyntaxError: invalid object literal (line 5, end of input)
register_test({ name: 'login'

