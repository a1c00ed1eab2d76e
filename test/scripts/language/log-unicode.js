// Text beyond the basic plane arrives whole, typed or escaped.
// expect: pass
// log: grüße
// log: canary 🐤
// log: canary 🐤 typed
// log: in a field
// fields: {"bird": "🐤"}

log.info('gr\u00fc\u00dfe');
log.info('canary \ud83d\udc24');
log.info('canary 🐤 typed');
log.kv('bird', '\ud83d\udc24').info('in a field');
