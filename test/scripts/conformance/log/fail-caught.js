// log.fail fails the run even where it is caught; the first message counts.
try { log.fail('first'); } catch (e) { log.info(e.name, e.message, e.class); }
try { log.fail('second'); } catch (e) { log.info(e instanceof Error); }
log.info('goes on');
