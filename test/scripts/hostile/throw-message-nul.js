// NUL and lone surrogates in the message.
// expect: fail
// class: assert
// cause: a
// timeout: 500ms

throw new Error('a\0b\ud800c');
