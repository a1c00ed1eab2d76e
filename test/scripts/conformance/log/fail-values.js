// log.fail with values.
try { log.fail({ a: 1 }, 'text'); } catch (e) { log.info(e.message); }
try { log.fail(); } catch (e) { log.info('[' + e.message + ']'); }
