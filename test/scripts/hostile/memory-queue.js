// A queue of all that there is room for: collecting it must not take the whole heap again for each few of its members.
// expect: fail
// class: limit
// timeout: 20s

var last = {}, first = last;
for (;;) last = last.next = {};
