// Text that looks like the engine's end of memory is still the author's.
// expect: fail
// class: assert
// cause: alloc failed
// timeout: 500ms

throw new Error('alloc failed');
