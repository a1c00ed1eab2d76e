// The value of the last statement means nothing.
// expect: pass

false;
