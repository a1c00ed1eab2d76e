// What a session cannot have, and how many there may be.
// expect: fail
// class: limit
// cause: a run may have 100 sessions
// timeout: 5s

function refused(options, words) {
  try {
    http.session(options);
  } catch (e) {
    if (!(e instanceof TypeError) || e.message.indexOf(words) < 0) throw new Error('another: ' + e);
    return;
  }
  throw new Error('accepted: ' + words);
}
refused('x', 'http.session: the options (argument 1) must be an object, not a string');
refused({ cookies: {} }, "http.session: there is no option 'cookies'");
refused({ form: { a: 1 } }, "http.session: a session has no body of its own; the option 'form' belongs to a request");
try {
  http.session().cookies('/relative');
  throw new Error('accepted');
} catch (e) {
  if (e.message.indexOf("cookies: bad URL '/relative'") !== 0) throw e;
}
for (;;) http.session();
