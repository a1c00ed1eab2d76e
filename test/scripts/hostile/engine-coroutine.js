// There are no engine threads.
// expect: fail
// class: script
// cause: Duktape
// timeout: 500ms

new Duktape.Thread(function () {});
