// An author may not choose just any class.
// expect: fail
// class: assert
// cause: verdict
// timeout: 500ms

var e = new Error('verdict');
e['class'] = 'no such class';
throw e;
