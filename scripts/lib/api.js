// What several canaries need: to ask the daemon's own API. They say require('./lib/api'), or import it.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';

/**
 * What a resource has, as JSON. Fails the run where it is not there.
 * @param {string} path
 */
exports.get = function (path) {
  var response = http.get(target + path, { timeout: '3s' });
  if (response.code !== 200) log.fail(path + ' answers ' + response.code);
  return response.json();
};
