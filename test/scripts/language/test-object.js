// What a run knows of itself.
// expect: pass

if (typeof test.name !== 'string' || test.name === '') throw new Error('name: ' + test.name);
var uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
if (!uuid.test(test.id)) throw new Error('id: ' + test.id);
if (!_.contains(['schedule', 'manual', 'command_line'], test.trigger)) throw new Error('trigger: ' + test.trigger);
if (test.attempt !== 1) throw new Error('attempt: ' + test.attempt);
var left = new Date(test.deadline).getTime() - Date.now();
if (!(left > 0 && left < 3600 * 1000)) throw new Error('deadline: ' + test.deadline);
if (JSON.stringify(test.labels) !== '{}') throw new Error('labels: ' + JSON.stringify(test.labels));
