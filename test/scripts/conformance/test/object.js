// What a run knows of itself.
log.info(Object.keys(test).sort().join(' '), typeof test.id, test.id.length, test.attempt, test.trigger, /conformance\/test\/object\.js$/.test(test.name));
log.info(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(test.id), Date.parse(test.deadline) > Date.now(), test === test);
test.name = 'changed'; test.own = 1;
log.info(test.name, test.own, delete test.name, test.name);
