// Watches how long a user waits for the API, phase by phase.
//
// One slow answer is weather; a slow median is climate. The canary asks several times and judges the median. Each phase
// has a budget of its own, because 'slow' alone sends people to the wrong place: `connecting` is the network, `waiting`
// is the server.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';
/** @type {{ [phase: string]: number }} */
var budget = { connecting: 50, waiting: 250, duration: 300 }; // milliseconds
var samples = 5;

/** @param {number[]} numbers */
function median(numbers) {
  var sorted = _.sortBy(numbers);
  return sorted[Math.floor(sorted.length / 2)];
}

var timings = _.times(samples, function () {
  var response = http.do('GET', target + '/api/v1/status');
  if (response.code !== 200) log.fail('/api/v1/status answers ' + response.code);
  return response.timings;
});

// A connection is made once and reused, so only the first request pays for it.
/** @type {{ [phase: string]: number }} */
var measured = {
  connecting: timings[0].connecting,
  waiting: median(_.pluck(timings, 'waiting')),
  duration: median(_.pluck(timings, 'duration'))
};
log.kv(measured).info('measured, in milliseconds');

var over = _.filter(_.keys(budget), function (phase) { return measured[phase] > budget[phase]; });
if (over.length > 0) {
  log.fail('over budget: ' + _.map(over, function (phase) {
    return phase + ' took ' + measured[phase].toFixed(1) + ' ms of ' + budget[phase];
  }).join(', '));
}
