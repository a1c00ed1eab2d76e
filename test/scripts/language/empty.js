// A script without a statement passes.
// expect: pass
