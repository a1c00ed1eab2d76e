// A canary that fails on purpose, with a verdict of its own.
//
// Whoever connects alerts wants to see one red light that is meant to be red: if this test is ever up, or nobody hears
// of it, then the alarm is broken and not the product. `log.fail` ends the run and its text becomes the cause, so write
// there what a person who is woken up by it has to know.

log.kv('expected', 'fail').info('about to fail on purpose');
log.fail('this canary fails on purpose: alerts work where you hear of it');
