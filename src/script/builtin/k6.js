// What k6 gives to scripts, in the words of canaryd: docs/k6.md tells what is the same. The parts are the modules that
// scripts import: k6, http ('k6/http'), data, encoding, execution, metrics.
var global = (function () { return this; })();
var web = global.http, std = global.std, test = global.test, log = global.log, canary_check = global.check;
var options = {};

function is_object(value) { return value !== null && typeof value === 'object'; }
function has(object, name) { return Object.prototype.hasOwnProperty.call(object, name); }
function is_bytes(value) { return value instanceof ArrayBuffer || ArrayBuffer.isView(value); }
function refuse(what, instead) {
  return function () { throw new Error('canaryd has no ' + what + ' of k6: ' + instead); };
}

// ---- k6

exports.k6 = {
  check: function check(value, sets) { return canary_check(value, sets); },
  group: function group(name, work) { return test.step(name, work); },
  sleep: function sleep(seconds) {
    if (!(seconds >= 0)) throw new TypeError('sleep wants seconds, such as 1 or 0.5');
    std.time.sleep(Math.round(seconds * 1e6) + 'us');
  },
  fail: function fail(message) { log.fail(message === undefined ? 'fail' : String(message)); },
  randomSeed: function randomSeed() {}
};

// ---- Cookies: a session of canaryd's has what servers set; the rest is what scripts set and delete.

function host_of(url) {
  var found = /^https?:\/\/(?:[^\/?#]*@)?(\[[^\]]*\]|[^:\/?#]*)/i.exec(url);
  return found ? found[1].toLowerCase() : '';
}

function CookieJar() {
  var own = [], gone = {}, session = web.session(), jar = this;
  function key(url, name) { return host_of(url) + ' ' + name; }
  function forget(url, name) {
    own = own.filter(function (c) { return c.host !== host_of(url) || c.name !== name; });
  }
  // Name and value of each that a request to there carries.
  function pairs(url) {
    var path = (/^https?:\/\/[^\/?#]*([^?#]*)/i.exec(url) || [])[1] || '/';
    var mine = own.filter(function (c) {
      return c.host === host_of(url) && path.indexOf(c.path) === 0 && (!c.secure || /^https:/i.test(url));
    });
    var theirs = session.cookies(url).filter(function (c) {
      return !gone[key(url, c.name)] && !mine.some(function (m) { return m.name === c.name; });
    });
    return theirs.concat(mine);
  }
  jar.cookiesForURL = function (url) {
    var found = {};
    pairs(url).forEach(function (c) { (has(found, c.name) ? found[c.name] : (found[c.name] = [])).push(c.value); });
    return found;
  };
  jar.set = function (url, name, value, attributes) {
    attributes = attributes || {};
    forget(url, name);
    own.push({ host: host_of(url), name: String(name), value: String(value), path: attributes.path || '/', secure: !!attributes.secure });
    return true;
  };
  jar.delete = function (url, name) { forget(url, name); gone[key(url, name)] = true; };
  jar.clear = function (url) { pairs(url).forEach(function (c) { jar.delete(url, c.name); }); };
  // Not of k6, and not to be listed.
  Object.defineProperty(jar, 'inside', { value: {
    session: session,
    // What to send beside the session's own; or all of it, and without the session, where that would send too much.
    plan: function (url, more) {
      var others = pairs(url).filter(function (c) { return !(has(more, c.name) && is_object(more[c.name]) && more[c.name].replace); });
      var known = session.cookies(url), kept = others.filter(function (c) { return own.indexOf(c) < 0; });
      var apart = kept.length !== known.length;
      var sent = (apart ? others : others.filter(function (c) { return kept.indexOf(c) < 0; })).concat(
        Object.keys(more).map(function (name) { return { name: name, value: is_object(more[name]) ? more[name].value : more[name] }; }));
      return { apart: apart, header: sent.map(function (c) { return c.name + '=' + c.value; }).join('; ') };
    },
    // What a server sets anew is there again, and goes before what a script has set.
    take: function (url, cookies, apart) {
      Object.keys(cookies).forEach(function (name) {
        var last = cookies[name][cookies[name].length - 1];
        if (apart) return jar.set(url, name, last.value, last);
        delete gone[key(url, name)];
        forget(url, name);
      });
    }
  } });
}

var jar_of_run;
function run_jar() { return jar_of_run || (jar_of_run = new CookieJar()); }

// ---- What is asked

function header_names(headers) { return Object.keys(headers).map(function (name) { return name.toLowerCase(); }); }

function add_body(body, into) {
  if (body === undefined || body === null || typeof body === 'string') return void (into.body = body);
  if (is_bytes(body)) return void (into.body = body instanceof ArrayBuffer ? new Uint8Array(body) : body);
  if (!is_object(body)) return void (into.body = String(body));
  var names = Object.keys(body);
  if (names.some(function (name) { return body[name] instanceof FileData; })) {
    into.multipart = {};
    names.forEach(function (name) {
      var part = body[name];
      into.multipart[name] = part instanceof FileData ? { data: part.data, filename: part.filename, type: part.content_type } : String(part);
    });
    return;
  }
  into.form = {};
  names.forEach(function (name) { into.form[name] = Array.isArray(body[name]) ? body[name].map(String) : String(body[name]); });
}

function timeout_of(value) {
  return typeof value === 'number' ? Math.max(1, Math.round(value * 1000)) + 'us' : String(value);
}

// What canaryd is asked for, and what the answer's `request` shows.
function prepare(method, url, body, params) {
  params = params || {};
  var jar = params.jar || run_jar(), headers = {}, name;
  var made = { method: String(method).toUpperCase(), url: String(url), headers: headers, jar: jar, throws: !!options.throw };
  if (has(params, 'throw')) made.throws = !!params.throw;
  if (options.userAgent) headers['User-Agent'] = String(options.userAgent);
  for (name in params.headers || {}) headers[name] = String(params.headers[name]);
  var ask = made.ask = { headers: headers };
  if (params.auth !== undefined && params.auth !== 'basic') {
    throw new Error('canaryd has no auth: ' + JSON.stringify(params.auth) + ' of k6: only "basic", with user and password in the URL');
  }
  if (params.timeout !== undefined) ask.timeout = timeout_of(params.timeout);
  ask.redirects = params.redirects !== undefined ? params.redirects : options.maxRedirects !== undefined ? options.maxRedirects : 10;
  ask.response_type = params.responseType || (options.discardResponseBodies ? 'none' : 'text');
  if (options.insecureSkipTLSVerify) ask.tls = { insecure: true };
  if (options.hosts) ask.resolve = options.hosts;
  add_body(body, ask);
  if (host_of(made.url) && header_names(headers).indexOf('cookie') < 0) {
    var plan = jar.inside.plan(made.url, params.cookies || {});
    if (plan.header) headers.Cookie = plan.header;
    made.apart = plan.apart;
  }
  if (ask.body === undefined) delete ask.body;
  ask.url = made.url;
  ask.method = made.method;
  made.by = made.apart ? web : jar.inside.session;
  return made;
}

// ---- What is answered

function select(value, path) {
  if (path === '') return value;
  if (/[(|*?@]/.test(path)) {
    throw new Error("canaryd has no such selector of k6, '" + path + "': write it in JavaScript, with filter and map on json()");
  }
  var parts = path.replace(/\\\./g, '\u0000').split('.').map(function (part) { return part.replace(/\u0000/g, '.'); });
  for (var i = 0; i < parts.length; ++i) {
    if (value === null || typeof value !== 'object') return undefined;
    if (parts[i] === '#' && Array.isArray(value)) {
      if (i + 1 === parts.length) return value.length;
      var rest = path.split('.').slice(i + 1).join('.');
      return value.map(function (each) { return select(each, rest); }).filter(function (each) { return each !== undefined; });
    }
    if (!has(value, parts[i])) return undefined;
    value = value[parts[i]];
  }
  return value;
}

function cookies_of(list) {
  var found = {};
  Object.keys(list).forEach(function (name) {
    found[name] = list[name].map(function (c) {
      return {
        name: c.name, value: c.value, domain: c.domain, path: c.path, http_only: c.http_only, secure: c.secure, max_age: 0,
        expires: c.expires ? Date.parse(c.expires) : 0
      };
    });
  });
  return found;
}

function timings_of(t) {
  return {
    blocked: t.blocked, looking_up: t.looking_up, connecting: t.connecting, tls_handshaking: t.tls_handshaking,
    sending: t.sending, waiting: t.waiting, receiving: t.receiving, duration: t.sending + t.waiting + t.receiving
  };
}

var nothing = { blocked: 0, looking_up: 0, connecting: 0, tls_handshaking: 0, sending: 0, waiting: 0, receiving: 0 };

function Response(made) {
  this.request = { method: made.method, url: made.url, headers: made.headers, body: made.ask.body === undefined ? null : made.ask.body };
  this.url = made.url;
  this.status = 0;
  this.status_text = '';
  this.body = null;
  this.headers = {};
  this.cookies = {};
  this.timings = timings_of(nothing);
  this.error = '';
  this.error_code = 0;
  this.proto = this.remote_ip = this.tls_version = this.tls_cipher_suite = '';
  this.remote_port = 0;
}
Response.prototype.json = function (path) {
  if (typeof this.body !== 'string') throw new Error('the body of ' + this.url + ' is no text, and so no JSON');
  var value;
  try { value = JSON.parse(this.body.replace(/^\uFEFF/, '')); } catch (e) {
    throw new Error('the body of ' + this.url + ' is no JSON: ' + e.message + ': ' + this.body.slice(0, 100));
  }
  return path === undefined ? value : select(value, String(path));
};
Response.prototype.html = refuse('html()', 'look into the body with a regular expression, or ask an API of the page');
Response.prototype.submitForm = refuse('submitForm()', 'send the form with http.post(url, { name: value })');
Response.prototype.clickLink = refuse('clickLink()', 'ask for the link with http.get(url)');

function read(made, answer) {
  var response = new Response(made);
  response.url = answer.url;
  response.status = answer.status;
  response.status_text = answer.status + ' ' + answer.status_text;
  response.body = answer.body !== null && is_bytes(answer.body) ? answer.body.buffer : answer.body;
  Object.keys(answer.headers).forEach(function (name) { response.headers[name] = answer.headers[name].join(', '); });
  response.cookies = cookies_of(answer.cookies);
  response.timings = timings_of(answer.timings);
  if (answer.status >= 400) response.error_code = 1000 + answer.status;
  response.proto = answer.proto;
  response.remote_ip = answer.remote_ip;
  response.remote_port = answer.remote_port;
  if (answer.tls) {
    response.tls_version = answer.tls.version.replace('TLSv', 'tls').replace(/^tls1$/, 'tls1.0');
    response.tls_cipher_suite = answer.tls.cipher;
    response.ocsp = { status: answer.tls.ocsp };
  }
  made.jar.inside.take(answer.url, answer.cookies, made.apart);
  return response;
}

// A request that got no answer is an answer with status 0. What is no fault of the other side's is thrown.
function read_error(made, error) {
  if (!is_object(error) || error.error_code === undefined || made.throws) throw error;
  var response = new Response(made);
  response.error = error.message;
  response.error_code = error.error_code;
  log.kv('error_code', error.error_code).warn(error.message);
  return response;
}

// Sends them side by side, and gives the responses in their order.
function send(all) {
  var results = [], ways = [];
  all.forEach(function (made) { if (ways.indexOf(made.by) < 0) ways.push(made.by); });
  ways.forEach(function (way) {
    var these = all.filter(function (made) { return made.by === way; }), answers;
    try { answers = way.batch(these.map(function (made) { return made.ask; })); } catch (e) {
      if (!is_object(e) || !Array.isArray(e.responses)) throw e;
      answers = e.responses;
    }
    these.forEach(function (made, i) {
      results[all.indexOf(made)] = answers[i] instanceof Error ? read_error(made, answers[i]) : read(made, answers[i]);
    });
  });
  return results;
}

function request(method, url, body, params) { return send([prepare(method, url, body, params)])[0]; }

function batch(requests) {
  var names = Object.keys(requests), result = Array.isArray(requests) ? [] : {};
  send(names.map(function (name) {
    var r = requests[name];
    if (Array.isArray(r)) return prepare(r[0], r[1], r[2], r[3]);
    return is_object(r) ? prepare(r.method || 'GET', r.url, r.body, r.params) : prepare('GET', r);
  })).forEach(function (response, i) { result[names[i]] = response; });
  return result;
}

// ---- k6/http

function FileData(data, filename, content_type) {
  this.data = is_bytes(data) && data instanceof ArrayBuffer ? new Uint8Array(data) : data;
  this.filename = filename || String(Date.now());
  this.content_type = content_type || 'application/octet-stream';
}

function without_body(method) { return function (url, params) { return request(method, url, null, params); }; }
function with_body(method) { return function (url, body, params) { return request(method, url, body, params); }; }

exports.http = {
  get: without_body('GET'), head: without_body('HEAD'),
  options: with_body('OPTIONS'), post: with_body('POST'), put: with_body('PUT'), patch: with_body('PATCH'), del: with_body('DELETE'),
  request: request, batch: batch,
  asyncRequest: function asyncRequest(method, url, body, params) {
    return new Promise(function (fulfil) { fulfil(request(method, url, body, params)); });
  },
  file: function file(data, filename, content_type) { return new FileData(data, filename, content_type); },
  url: function url(texts) {
    var made = texts[0];
    for (var i = 1; i < texts.length; ++i) made += String(arguments[i]) + texts[i];
    return made;
  },
  cookieJar: run_jar, CookieJar: CookieJar, FileData: FileData, Response: Response,
  expectedStatuses: function expectedStatuses() { return {}; }, setResponseCallback: function setResponseCallback() {},
  TLS_1_0: 'tls1.0', TLS_1_1: 'tls1.1', TLS_1_2: 'tls1.2', TLS_1_3: 'tls1.3'
};

// ---- k6/data, k6/encoding, k6/execution, k6/metrics

exports.data = {
  SharedArray: function SharedArray(name, make) {
    var list = make();
    if (!Array.isArray(list)) throw new TypeError("the function of SharedArray '" + name + "' must give an array");
    return Object.freeze(list);
  }
};

var letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

exports.encoding = {
  b64encode: function b64encode(input, kind) {
    var bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : is_bytes(input) ? new Uint8Array(input) : new TextEncoder().encode(String(input)), text = '';
    for (var i = 0; i < bytes.length; i += 3) {
      var three = bytes[i] << 16 | (bytes[i + 1] || 0) << 8 | (bytes[i + 2] || 0);
      text += letters[three >> 18] + letters[three >> 12 & 63] + (i + 1 < bytes.length ? letters[three >> 6 & 63] : '=') +
        (i + 2 < bytes.length ? letters[three & 63] : '=');
    }
    if (/url$/.test(kind)) text = text.replace(/\+/g, '-').replace(/\//g, '_');
    return /^raw/.test(kind) ? text.replace(/=+$/, '') : text;
  },
  b64decode: function b64decode(input, kind, format) {
    var text = String(input).replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''), bytes = [], bits = 0, held = 0;
    for (var i = 0; i < text.length; ++i) {
      var value = letters.indexOf(text[i]);
      if (value < 0) throw new Error('b64decode: this is no base64, at its character ' + (i + 1));
      held = (held << 6 | value) & 0xffffff;
      bits += 6;
      if (bits >= 8) bytes.push(held >> (bits -= 8) & 255);
    }
    var made = new Uint8Array(bytes);
    return format === 's' ? new TextDecoder().decode(made) : made.buffer;
  }
};

var began = Date.now();

// Of one user and one iteration.
exports.execution = {
  instance: {
    iterationsCompleted: 0, iterationsInterrupted: 0, vusActive: 1, vusInitialized: 1,
    get currentTestRunDuration() { return Date.now() - began; }
  },
  scenario: { name: 'default', executor: 'shared-iterations', startTime: began, progress: 0, iterationInInstance: 0, iterationInTest: 0 },
  vu: { idInInstance: 1, idInTest: 1, iterationInInstance: 0, iterationInScenario: 0, tags: {}, metrics: { tags: {}, metadata: {} } },
  test: {
    get options() { return options; },
    abort: function abort(reason) { log.fail(reason === undefined ? 'test aborted' : 'test aborted: ' + reason); }
  }
};

function metric() {
  return function Metric(name) {
    this.name = name;
    this.add = function () { return true; };
  };
}
exports.metrics = { Counter: metric(), Gauge: metric(), Rate: metric(), Trend: metric() };

// ---- Names that a script of k6 finds without an import, and what surrounds its default function

function define(name, value) {
  Object.defineProperty(global, name, { value: value, writable: true, configurable: true, enumerable: false });
}

function variable(name) { return typeof name === 'string' && std.os.getenv(name) || undefined; }

define('__ENV', new Proxy({}, {
  get: function (own, name) { return has(own, name) ? own[name] : variable(name); },
  has: function (own, name) { return has(own, name) || variable(name) !== undefined; }
}));
define('__VU', 1);
define('__ITER', 0);
define('open', refuse('open()', "import a file of JSON, import users from './users.json', or write the data into the script"));

// The test of a script's exports, for the loop of modern scripts.
define('__k6_test', function (from) {
  if (typeof from.default !== 'function') {
    throw new Error('a script of k6 needs export default function () { … }: scenarios with functions of their own are not executed');
  }
  if (is_object(from.options)) options = from.options;
  if (is_object(options.thresholds)) {
    log.warn("thresholds are for k6 alone, and this run keeps none: check what matters, such as 'is quick': (r) => r.timings.duration < 500");
  }
  return function () {
    function then(value, next) {
      return is_object(value) && typeof value.then === 'function' ? value.then(next) : next(value);
    }
    return then(typeof from.setup === 'function' ? test.step('setup', from.setup) : undefined, function (data) {
      if (typeof from.teardown === 'function') test.cleanup('teardown', function () { return from.teardown(data); });
      return from.default(data);
    });
  };
});
