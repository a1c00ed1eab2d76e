// A syntax error at run time.
// expect: fail
// class: script
// timeout: 500ms

eval('var = ;');
