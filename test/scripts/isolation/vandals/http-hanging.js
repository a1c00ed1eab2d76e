// Is ended in the middle of a request that nobody answers.
// expect: fail
// class: timeout
// timeout: 60ms
Object.prototype.canary_was_here = log.left = http.left = 1;
[1].forEach(function () { http.do('POST', '__TARGET__/', { get left() { return 'canary was here'; } }, { toJSON: function () { http.toJSON = 1; return 'x'; } }); });
