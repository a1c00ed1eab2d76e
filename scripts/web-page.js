// Watches the page that people look at: the HTML arrives, and so does everything that it asks a browser to load.
//
// After a bad deployment the page itself often answers 200 and is blank, because a script it names is gone. So this
// canary loads what the page names, as a browser would.

var target = std.os.getenv('CANARY_TARGET') || 'http://127.0.0.1:8080';

/** @param {string} path @param {string} type */
function load(path, type) {
  var response = http.do('GET', target + path, { Accept: '*/*' }, '', { timeout: '3s' });
  if (response.code !== 200) log.fail(path + ' answers ' + response.code);
  var sent = response.header('Content-Type') || 'of no type';
  if (sent.indexOf(type) !== 0) log.fail(path + ' is ' + sent + ' and not ' + type);
  if (response.body.length === 0) log.fail(path + ' is empty');
  log.kv({ path: path, characters: response.body.length, milliseconds: response.timings.duration }).info('loaded');
  return response;
}

var page = load('/', 'text/html');
if (!/<title>[^<]+<\/title>/.test(page.body)) log.fail('the page has no title');
if (!page.header('Content-Security-Policy')) log.fail('the page has no Content-Security-Policy');

// src="…" and href="…" of the same site.
var assets = _.uniq(_.map(page.body.match(/(?:src|href)="\/[^"\/][^"]*"/g) || [], function (attribute) {
  return attribute.slice(attribute.indexOf('"') + 1, -1);
}));
var scripts = _.filter(assets, function (path) { return /\.js(\?|$)/.test(path); });
var styles = _.filter(assets, function (path) { return /\.css(\?|$)/.test(path); });
if (scripts.length === 0) log.fail('the page names no script: it would stay blank');

_.each(scripts, function (path) { load(path, 'text/javascript'); });
_.each(styles, function (path) { load(path, 'text/css'); });
