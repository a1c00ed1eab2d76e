// What canaryd gives to a canary, and to config.js, for editors and for `tsc`.
//
// An editor that finds this folder by a jsconfig.json completes and checks scripts; scripts/jsconfig.json shows how.
//
// The language's own library is ES5's; library.d.ts beside this file has what the engine knows beyond it, and
// underscore.d.ts has `_`. A test holds every name that is declared here equal to the names that a run really has.

/**
 * A duration as Go writes it: `'250ms'`, `'1.5s'`, `'1m30s'`, `'2h'`. The units are ns, us, ms, s, m and h.
 * @example
 * http.get('http://127.0.0.1:8080/', { timeout: '1.5s' });
 */
type Duration = string;

/**
 * A number of bytes: `1048576`, or with a unit: `'64MiB'`, `'10kB'`.
 * @example
 * settings({ defaults: { memory_limit: '128MiB' }, http: { max_body: 1048576 } });
 */
type ByteSize = string | number;

/**
 * Bytes, as they are.
 * @example
 * http.post('http://127.0.0.1:8080/upload', new Uint8Array([0xff, 0x00]));
 */
type Bytes = ArrayBuffer | ArrayBufferView;

/**
 * Why a run, or a call, has failed, in one word:
 *
 * - `dns`: a name could not be resolved
 * - `connect`: nobody answered at the address, or the connection broke before there was one to speak of
 * - `tls`: no agreement on encryption, or a certificate that is not trusted
 * - `timeout`: the run's timeout, or a call's, was over
 * - `http`: the other side does not speak HTTP as it should
 * - `assert`: the canary's own verdict
 * - `script`: a mistake in the script
 * - `limit`: too much of something
 * - `exec`: a program could not be run
 * - `interrupted`: ended from outside
 * @example
 * try {
 *   http.get('http://127.0.0.1:8080/', { timeout: '1s' });
 * } catch (e) {
 *   if (e['class'] === 'timeout') log.fail('no answer within a second');
 *   throw e;
 * }
 */
type FailureClass =
  | 'dns' | 'connect' | 'tls' | 'timeout' | 'http' | 'assert' | 'script' | 'limit' | 'exec' | 'interrupted';

interface Error {
  /**
   * Why the call has failed, on errors that canaryd throws.
   * @example
   * try {
   *   http.get('http://127.0.0.1:1/');
   * } catch (e) {
   *   if (e['class'] !== 'connect') throw e;
   * }
   */
  class?: FailureClass;
  /** A number that says more; on errors of `http`, `dns`, `tls` and `tcp`. Where k6 has a number for it, it is k6's. */
  error_code?: number;
}

// ---- HTTP ----

/**
 * Values of one name: a single one, or several that are sent one after the other.
 * @example
 * http.get('http://127.0.0.1:8080/', { headers: { 'X-Tries': 2, 'X-Tag': ['a', 'b'] } });
 */
type HeaderValue = string | number | boolean | string[];

/**
 * By their names, which may be written in any case.
 * @example
 * http.get('http://127.0.0.1:8080/', { headers: { Accept: 'application/json' } });
 */
interface Headers {
  [name: string]: HeaderValue;
}

/**
 * What is sent: text as UTF-8, bytes as they are, anything else as JSON. `null` is no body.
 * @example
 * http.post('http://127.0.0.1:8080/orders', { items: ['feathers'] });
 * http.post('http://127.0.0.1:8080/orders', 'items=feathers', { headers: { 'Content-Type': 'text/plain' } });
 */
type RequestBody = string | Bytes | object | null | undefined;

/**
 * By their names. An array is several values of one name.
 * @example
 * http.post('http://127.0.0.1:8080/login', null, { form: { user: 'ann', tag: ['a', 'b'] } });
 */
interface FormFields {
  [name: string]: string | number | boolean | Array<string | number | boolean>;
}

/**
 * A part of a `multipart` body: its content is in `file` (below the work directory) or in `data`.
 * @example
 * http.post('http://127.0.0.1:8080/upload', null, {
 *   multipart: { photo: { file: 'photos/bird.png', type: 'image/png' }, note: { data: 'a jay', filename: 'note.txt' } }
 * });
 */
interface MultipartPart {
  /** A path below the work directory. */
  file?: string;
  data?: string | Bytes;
  /** What the other side is told of the file's name. By default the last part of `file`. */
  filename?: string;
  /** Its Content-Type. */
  type?: string;
}

/**
 * By their names. An array is several parts of one name.
 * @example
 * http.post('http://127.0.0.1:8080/upload', null, { multipart: { album: 'birds', photo: { file: 'photos/bird.png' } } });
 */
interface MultipartFields {
  [name: string]: string | number | boolean | Bytes | MultipartPart | Array<string | number | boolean | Bytes | MultipartPart>;
}

/**
 * How to agree on encryption, and whom to trust.
 * @example
 * http.get('https://shop.example/', { tls: { server_name: 'shop.internal', min_version: '1.3' } });
 */
interface TlsOptions {
  /** Whatever the certificate is, the request goes on. Default `false`. */
  insecure?: boolean;
  /** Certificates in PEM form that are trusted instead of the system's. */
  ca?: string;
  /** The client's certificate, with its intermediate ones after it, in PEM form. */
  cert?: string;
  /** The private key of `cert`, in PEM form. */
  key?: string;
  /** Asked for and verified instead of the URL's host. */
  server_name?: string;
  /** The oldest TLS that will do. Default `'1.2'`. */
  min_version?: '1.0' | '1.1' | '1.2' | '1.3';
}

/**
 * What one request does otherwise. A name that is none of these is refused.
 * @example
 * http.get('http://127.0.0.1:8080/search', {
 *   query: { q: 'feathers', page: 2 },
 *   headers: { 'Accept-Language': 'en' },
 *   timeout: '5s',
 *   redirects: 0
 * });
 */
interface HttpOptions {
  headers?: Headers;
  /** Encoded and joined to the URL's own query. An array is several values. */
  query?: FormFields;
  /** Of the whole request, redirects included. Default: what is left of the run. */
  timeout?: Duration;
  /** How many redirects are followed. 0 gives the redirect itself. Default 10. */
  redirects?: number;
  /** Bytes of the body, unpacked. A longer one fails with class `limit`. Default 10 MiB. */
  max_body?: number;
  /** `'binary'` gives the body as a `Uint8Array`; `'none'` reads it and drops it. Default `'text'`. */
  response_type?: 'text' | 'binary' | 'none';
  /** Whether to ask for gzip, deflate and brotli. They are unpacked for you. Default `true`. */
  compressed?: boolean;
  basic_auth?: string | { user: string; password?: string };
  /** A token. */
  bearer?: string;
  /** The body, as browsers send a form. */
  form?: FormFields;
  /** The body in parts, as browsers send a form with files. */
  multipart?: MultipartFields;
  /** `'http://user:password@proxy:3128'`; `null` goes to the server itself. Default: the environment's. */
  proxy?: string | null;
  /** Only addresses of this kind. */
  ip?: 4 | 6;
  /** Addresses to take instead of a look-up: `{ 'shop.example': '10.0.0.7' }`. */
  resolve?: { [host: string]: string | string[] };
  tls?: TlsOptions;
  /** Whether to send a `traceparent` header. Default `true`. */
  trace?: boolean;
}

/**
 * One of several requests.
 * @example
 * http.batch([
 *   'http://127.0.0.1:8080/',
 *   { method: 'POST', url: 'http://127.0.0.1:8080/orders', body: { items: [] }, timeout: '2s' }
 * ]);
 */
interface BatchRequest extends HttpOptions {
  url: string;
  /** Default `'GET'`. */
  method?: string;
  body?: RequestBody;
}

/**
 * Milliseconds. A phase that did not take place is 0.
 * @example
 * var timings = http.get('http://127.0.0.1:8080/').timings;
 * if (timings.waiting > 500) log.fail('the first byte took ' + timings.waiting + ' ms');
 */
interface Timings {
  /** Waiting for a free connection. */
  blocked: number;
  /** Resolving the name. */
  looking_up: number;
  /** Making the TCP connection. */
  connecting: number;
  /** Making it secure. */
  tls_handshaking: number;
  /** Sending the request. */
  sending: number;
  /** Until the first byte of the response. */
  waiting: number;
  /** Receiving the rest. */
  receiving: number;
  /** All of them together. */
  duration: number;
}

/**
 * A cookie, as a response sets it.
 * @example
 * var cookie = http.get('http://127.0.0.1:8080/login').cookies['session'][0];
 * if (!cookie.http_only) log.fail('scripts of the page can read the session');
 */
interface Cookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  /** RFC 3339; `''` where the cookie ends with the session. */
  expires: string;
  secure: boolean;
  http_only: boolean;
  same_site: string;
}

/**
 * What an X.509 certificate says.
 * @example
 * var leaf = tls.inspect('shop.example').chain[0];
 * log.kv({ of: leaf.subject, by: leaf.issuer, until: leaf.not_after }).info(leaf.sans.join(' '));
 */
interface Certificate {
  subject: string;
  issuer: string;
  /** The hosts that it is for. */
  sans: string[];
  serial: string;
  /** RFC 3339. */
  not_before: string;
  /** RFC 3339. */
  not_after: string;
  /** Of the whole certificate, in hexadecimal digits. */
  sha256: string;
}

/**
 * What was agreed in a TLS handshake.
 * @example
 * var agreed = http.get('https://shop.example/').tls;
 * if (agreed && agreed.version !== 'TLSv1.3') log.warn('still ' + agreed.version);
 */
interface TlsFacts {
  /** `'TLSv1.3'` */
  version: string;
  /** `'TLS_AES_256_GCM_SHA384'` */
  cipher: string;
  /** `'http/1.1'`, or `''` where the server chose nothing. */
  alpn: string;
  /** What the stapled OCSP response says; `none` where there is none, `invalid` where it is not to be believed. */
  ocsp: 'good' | 'revoked' | 'unknown' | 'none' | 'invalid';
  /** As the server sent them, its own first. */
  chain: Certificate[];
}

/**
 * A response on the way that led elsewhere.
 * @example
 * _.each(http.get('http://127.0.0.1:8080/old').redirects, function (redirect) {
 *   log.info(redirect.code + ' from ' + redirect.url + ' to ' + redirect.location);
 * });
 */
interface Redirect {
  method: string;
  url: string;
  code: number;
  location: string;
  remote_ip: string;
  remote_port: number;
  timings: Timings;
}

/**
 * `Body` is a string; with `response_type: 'binary'` a `Uint8Array`, and with `'none'` it is null.
 * @example
 * var response = http.get('http://127.0.0.1:8080/');
 * if (response.code !== 200) log.fail(response.url + ' gives ' + response.code + ' ' + response.status_text);
 * if (response.body.indexOf('</html>') < 0) log.fail('the page is not whole');
 */
interface HttpResponse<Body = string> {
  /** The status code. */
  code: number;
  /** The status code, by its other name. */
  status: number;
  status_text: string;
  /** From names, written as `Content-Type`, to all their values. */
  headers: { [name: string]: string[] };
  /**
   * The first value of a header, however the name is written.
   * @example
   * var type = http.get('http://127.0.0.1:8080/').header('content-type');
   */
  header(name: string): string | undefined;
  /** What came after a chunked body. */
  trailers: { [name: string]: string[] };
  body: Body;
  /**
   * The body as JSON, or one value of it. Throws where the body is no JSON.
   * @param path `'tests.0.name'` or `'tests[0].name'`; gives `undefined` where it leads nowhere
   * @example
   * var first = http.get('http://127.0.0.1:8080/api/v1/tests').json('tests[0].name');
   */
  json(path?: string): any;
  /** What this response sets. */
  cookies: { [name: string]: Cookie[] };
  /** Who answered, after redirects. */
  url: string;
  redirects: Redirect[];
  /** `'HTTP/1.1'` */
  proto: string;
  remote_ip: string;
  remote_port: number;
  timings: Timings;
  /** What was agreed with an https server. */
  tls?: TlsFacts;
}

/**
 * Options with which a body is a `Uint8Array`.
 * @example
 * var bytes = http.get('http://127.0.0.1:8080/favicon.ico', { response_type: 'binary' }).body.length;
 */
interface BinaryOptions extends HttpOptions {
  response_type: 'binary';
}

/**
 * Options with which a body is dropped.
 * @example
 * http.get('http://127.0.0.1:8080/large.iso', { response_type: 'none' });
 */
interface BodilessOptions extends HttpOptions {
  response_type: 'none';
}

interface HttpCalls {
  /**
   * Sends a GET. Only this run waits for the answer. Throws where there is none; a 500 is an answer.
   * @example
   * if (http.get('http://127.0.0.1:8080/readyz').code !== 200) log.fail('not ready');
   */
  get(url: string, options: BinaryOptions): HttpResponse<Uint8Array>;
  get(url: string, options: BodilessOptions): HttpResponse<null>;
  get(url: string, options?: HttpOptions): HttpResponse;
  /**
   * Sends a HEAD: the headers alone come back.
   * @example
   * var length = http.head('http://127.0.0.1:8080/large.iso').header('Content-Length');
   */
  head(url: string, options?: HttpOptions): HttpResponse;
  /**
   * Sends OPTIONS.
   * @example
   * var methods = http.options('http://127.0.0.1:8080/orders').header('Allow');
   */
  options(url: string, options?: HttpOptions): HttpResponse;
  /**
   * Sends DELETE. (`delete` is a reserved word.)
   * @example
   * http.del('http://127.0.0.1:8080/orders/1');
   */
  del(url: string, options?: HttpOptions): HttpResponse;
  /**
   * Sends a POST.
   * @example
   * http.post('http://127.0.0.1:8080/query', { query: '{ ongoingTests { name } }' });
   */
  post(url: string, body: RequestBody, options: BinaryOptions): HttpResponse<Uint8Array>;
  post(url: string, body?: RequestBody, options?: HttpOptions): HttpResponse;
  /**
   * Sends a PUT.
   * @example
   * http.put('http://127.0.0.1:8080/orders/1', { items: ['feathers'] });
   */
  put(url: string, body?: RequestBody, options?: HttpOptions): HttpResponse;
  /**
   * Sends a PATCH.
   * @example
   * http.patch('http://127.0.0.1:8080/orders/1', { paid: true });
   */
  patch(url: string, body?: RequestBody, options?: HttpOptions): HttpResponse;
  /**
   * The long form, for any method.
   * @example
   * http.do('PURGE', 'http://127.0.0.1:8080/front-page', { 'X-Reason': 'canary' });
   */
  do(method: string, url: string, headers: Headers | null | undefined, body: RequestBody, options: BinaryOptions): HttpResponse<Uint8Array>;
  do(method: string, url: string, headers?: Headers | null, body?: RequestBody, options?: HttpOptions): HttpResponse;
  /**
   * Sends several requests side by side, at most 20 at a time, and gives the responses in the order of the requests.
   * Where one fails, the others go on, and then its error is thrown, with all responses in its `responses`.
   * @example
   * var both = http.batch(['http://127.0.0.1:8080/', { url: 'http://127.0.0.1:8080/slow', timeout: '5s' }]);
   * log.info(both[0].code + ' and ' + both[1].code);
   */
  batch(requests: Array<string | BatchRequest>): HttpResponse<any>[];
}

interface HttpSession extends HttpCalls {
  /**
   * The cookies that a request to this address would carry.
   * @example
   * var shop = http.session();
   * shop.get('http://127.0.0.1:8080/login');
   * log.info(_.pluck(shop.cookies('http://127.0.0.1:8080/'), 'name'));
   */
  cookies(url: string): Cookie[];
}

interface Http extends HttpCalls {
  /**
   * The same calls with a cookie jar, as a browser has one, and with these options where a request has none of its own.
   * @example
   * var visitor = http.session({ headers: { 'User-Agent': 'canary' } });
   * visitor.post('http://127.0.0.1:8080/login', null, { form: { user: 'ann', password: secrets.get('ann') } });
   * visitor.get('http://127.0.0.1:8080/account');
   */
  session(defaults?: HttpOptions): HttpSession;
}

/**
 * HTTP. A request looks as if it blocked; only this run waits.
 * @example
 * var response = http.get('http://127.0.0.1:8080/healthz');
 * if (response.code !== 200) log.fail('ill: ' + response.body);
 */
declare var http: Http;

// ---- DNS, TLS, TCP ----

/**
 * Whom to ask, and for how long.
 * @example
 * dns.resolve('shop.example', 'A', { server: '127.0.0.1:5353', timeout: '2s' });
 */
interface DnsOptions {
  /** `'10.0.0.53'`, `'10.0.0.53:5353'` or `'[::1]:53'`. Default: those of /etc/resolv.conf. */
  server?: string;
  /** For all attempts together. Default `'5s'`. */
  timeout?: Duration;
}

/**
 * What records of all types have.
 * @example
 * _.each(dns.resolve('shop.example', 'A'), function (record) {
 *   log.info(record.name + ' ' + record.ttl + ' IN ' + record.type + ' ' + record.data);
 * });
 */
interface DnsRecord {
  name: string;
  type: string;
  /** Seconds. */
  ttl: number;
  /** As a zone file has it. */
  data: string;
}

/**
 * A record of type A or AAAA.
 * @example
 * var addresses = _.pluck(dns.resolve('shop.example', 'AAAA'), 'address');
 */
interface DnsAddress extends DnsRecord { address: string }
/**
 * A record of type CNAME, NS or PTR.
 * @example
 * var servers = _.pluck(dns.resolve('example.com', 'NS'), 'target');
 */
interface DnsTarget extends DnsRecord { target: string }
/**
 * A record of type MX.
 * @example
 * var first = _.min(dns.resolve('example.com', 'MX'), function (mail) { return mail.priority; }).exchange;
 */
interface DnsMx extends DnsRecord { priority: number; exchange: string }
/**
 * A record of type TXT.
 * @example
 * var spf = _.filter(dns.resolve('example.com', 'TXT'), function (record) { return /^v=spf1 /.test(record.text); });
 */
interface DnsTxt extends DnsRecord { text: string }
/**
 * A record of type SRV.
 * @example
 * var service = dns.resolve('_xmpp-client._tcp.example.com', 'SRV')[0];
 * tcp.connect(service.target, service.port).close();
 */
interface DnsSrv extends DnsRecord { priority: number; weight: number; port: number; target: string }
/**
 * A record of type CAA: who may issue certificates.
 * @example
 * var issuers = _.pluck(_.where(dns.resolve('example.com', 'CAA'), { tag: 'issue' }), 'value');
 */
interface DnsCaa extends DnsRecord { critical: boolean; tag: string; value: string }
/**
 * A record of type SOA.
 * @example
 * var serial = dns.resolve('example.com', 'SOA')[0].serial;
 */
interface DnsSoa extends DnsRecord {
  nsname: string;
  hostmaster: string;
  serial: number;
  refresh: number;
  retry: number;
  expire: number;
  minttl: number;
}

interface Dns {
  /**
   * Asks a name server. The name is asked for as it is, and nothing is cached. Gives an empty array where the name has
   * no record of that type, and throws where there is no such name, or no answer.
   * @example
   * var mail = _.pluck(_.sortBy(dns.resolve('example.com', 'MX'), 'priority'), 'exchange');
   */
  resolve(name: string, type?: 'A' | 'AAAA', options?: DnsOptions): DnsAddress[];
  resolve(name: string, type: 'CNAME' | 'NS' | 'PTR', options?: DnsOptions): DnsTarget[];
  resolve(name: string, type: 'MX', options?: DnsOptions): DnsMx[];
  resolve(name: string, type: 'TXT', options?: DnsOptions): DnsTxt[];
  resolve(name: string, type: 'SRV', options?: DnsOptions): DnsSrv[];
  resolve(name: string, type: 'CAA', options?: DnsOptions): DnsCaa[];
  resolve(name: string, type: 'SOA', options?: DnsOptions): DnsSoa[];
}

/**
 * The domain name system, asked directly.
 * @example
 * if (dns.resolve('shop.example', 'A').length < 2) log.fail('one of the two addresses is gone');
 */
declare var dns: Dns;

/**
 * What a handshake has shown.
 * @example
 * var seen = tls.inspect('shop.example');
 * if (!seen.trusted) log.fail(seen.problem);
 */
interface TlsInspection extends TlsFacts {
  /** Whether a request would go through. */
  trusted: boolean;
  /** Why it would not. */
  problem: string | null;
  remote_ip: string;
}

interface Tls {
  /**
   * Makes a handshake and closes the connection again. A bad certificate does not throw, so that it can be looked at.
   * @param port 443 by default
   * @example
   * var days = -std.time.since(tls.inspect('shop.example').chain[0].not_after).seconds() / 86400;
   */
  inspect(host: string, port?: number, options?: { timeout?: Duration; tls?: TlsOptions }): TlsInspection;
}

/**
 * TLS handshakes, without a request.
 * @example
 * if (tls.inspect('mail.example', 993).version === 'TLSv1.2') log.warn('the mail server does not know TLS 1.3');
 */
declare var tls: Tls;

/**
 * `Data` is a string; with `binary` a `Uint8Array`.
 * @example
 * var mail = tcp.connect('mail.example', 25);
 * if (mail.read_until('\r\n').indexOf('220 ') !== 0) log.fail('no greeting from ' + mail.remote_ip);
 * mail.close();
 */
interface TcpConnection<Data = string> {
  /**
   * Sends text as UTF-8, or bytes.
   * @example
   * tcp.connect('cache.example', 6379).write('PING\r\n');
   */
  write(data: string | Bytes): void;
  /**
   * That many bytes, fewer only where the other side closes; without a number whatever comes next, nothing at the end.
   * @example
   * var version = tcp.connect('127.0.0.1', 4000, { binary: true }).read(2)[0];
   */
  read(bytes?: number): Data;
  /**
   * All up to the end of that text, or of these bytes. Throws where the other side closes before.
   * @example
   * var greeting = tcp.connect('mail.example', 143).read_until('\r\n');
   */
  read_until(mark: string | Bytes): Data;
  /**
   * Closes it. A connection that is left open ends with the run.
   * @example
   * var connection = tcp.connect('127.0.0.1', 22, { timeout: '2s' });
   * connection.close();
   */
  close(): void;
  remote_ip: string;
  remote_port: number;
  tls?: TlsFacts;
}

/**
 * How to connect, and how to read.
 * @example
 * tcp.connect('mail.example', 993, { timeout: '2s', tls: { min_version: '1.2' } });
 */
interface TcpOptions {
  /** Of the connecting, and then of each call. */
  timeout?: Duration;
  tls?: boolean | TlsOptions;
  /** What is read comes as bytes; otherwise as text, in which bytes that are no UTF-8 are U+FFFD. Default `false`. */
  binary?: boolean;
}

/**
 * Options with which what is read is a `Uint8Array`.
 * @example
 * var bytes = tcp.connect('127.0.0.1', 4000, { binary: true }).read(4);
 */
interface BinaryTcpOptions extends TcpOptions {
  binary: true;
}

interface Tcp {
  /**
   * Connects, for protocols other than HTTP.
   * @example
   * var cache = tcp.connect('cache.example', 6379, { timeout: '2s' });
   * cache.write('PING\r\n');
   * if (cache.read_until('\r\n') !== '+PONG\r\n') log.fail('the cache does not answer');
   */
  connect(host: string, port: number, options: BinaryTcpOptions): TcpConnection<Uint8Array>;
  connect(host: string, port: number, options?: TcpOptions): TcpConnection;
}

/**
 * Connections of TCP, for protocols other than HTTP.
 * @example
 * tcp.connect('database.example', 5432, { timeout: '2s' }).close();
 */
declare var tcp: Tcp;

// ---- programs ----

/**
 * How a program has ended, and what it said.
 * @example
 * var result = exec.run('/usr/lib/nagios/plugins/check_load', ['-w', '5']);
 * if (result.signal) log.fail('ended by ' + result.signal);
 * if (result.code !== 0) log.fail(result.stdout + result.stderr);
 */
interface ProgramResult {
  /** The exit code; null where a signal ended the program. */
  code: number | null;
  /** `'SIGSEGV'`; null where the program ended by itself. */
  signal: string | null;
  stdout: string;
  stderr: string;
  /** Milliseconds. */
  duration: number;
}

/**
 * How a program is run.
 * @example
 * exec.run('psql', ['-c', 'select 1'], { env: { PGHOST: 'database.example' }, cwd: 'checks', timeout: '5s' });
 */
interface ExecOptions {
  stdin?: string | Bytes;
  /** All of the environment: nothing of the daemon's is passed on. */
  env?: { [name: string]: string };
  /** From the work directory. */
  cwd?: string;
  timeout?: Duration;
  /** Bytes of stdout, and of stderr. Default 10 MiB. */
  max_output?: number;
}

interface Exec {
  /**
   * Runs a program to its end, without a shell. The daemon must have been started with `--allow.exec`.
   * @example
   * var df = exec.run('df', ['-P', '/'], { timeout: '5s' });
   * if (df.code !== 0) log.fail('df ended with ' + (df.signal || df.code));
   */
  run(program: string, args?: string[] | null, options?: ExecOptions): ProgramResult;
}

interface Secrets {
  /**
   * The value of a secret, which the daemon was given by `--secrets.dir` or as systemd's credential `secret.NAME`. It is
   * masked, as `***`, in what the run logs, keeps and shows. Throws where there is none of the name.
   * @example
   * http.get('https://shop.example/orders', { bearer: secrets.get('shop-token') });
   */
  get(name: string): string;
}

/**
 * What must not stand in a script's source. Not in config.js.
 * @example
 * var password = secrets.get('shop-password');
 */
declare var secrets: Secrets;

/**
 * Programs of the machine that canaryd runs on.
 * @example
 * if (exec.run('systemctl', ['is-active', 'nginx']).code !== 0) log.fail('nginx is not active');
 */
declare var exec: Exec;

/**
 * How a command is run on another machine.
 * @example
 * ssh.run('web-1.example', 'uptime', { user: 'canary', identity: 'keys/canary', timeout: '10s' });
 */
interface SshOptions {
  /** Default: the daemon's user. */
  user?: string;
  /** Default 22. */
  port?: number;
  /** The file of a private key without a passphrase, from the work directory. */
  identity?: string;
  /** The file with the keys of hosts, from the work directory. Default `'known_hosts'`. */
  known_hosts?: string;
  timeout?: Duration;
  max_output?: number;
}

interface Ssh {
  /**
   * Runs a command on another machine by OpenSSH's client. It has the switch of `exec`.
   * @param command for the shell of the user over there: quote what you put into it
   * @example
   * if (ssh.run('web-1.example', 'test -e /run/nginx.pid').code !== 0) log.fail('nginx does not run on web-1');
   */
  run(host: string, command: string, options?: SshOptions): ProgramResult;
}

/**
 * Commands on other machines.
 * @example
 * log.info(ssh.run('web-1.example', 'uptime', { user: 'canary' }).stdout);
 */
declare var ssh: Ssh;

// ---- the log ----

/**
 * Writes lines of the log, which are kept with the run.
 * @example
 * log.kv('test', test.name).info('begins');
 */
interface Logger {
  /**
   * Writes at level debug.
   * @example
   * log.debug('asked ' + 3 + ' times');
   */
  debug(message: any): void;
  /**
   * Writes at level info.
   * @example
   * log.info('the shop is open');
   */
  info(message: any): void;
  /**
   * Writes at level warn. The run goes on.
   * @example
   * log.warn('slow today');
   */
  warn(message: any): void;
  /**
   * Writes at level error. The run goes on, and does not fail by it.
   * @example
   * log.error('no answer from the cache');
   */
  error(message: any): void;
  /**
   * Writes the message at level error, and ends the run as failed with this message as the cause.
   * @example
   * if (http.get('http://127.0.0.1:8080/').code !== 200) log.fail('the shop is closed');
   */
  fail(message: any): never;
  /**
   * A logger whose lines have these fields too. The one it was made from stays as it is.
   * @example
   * log.kv('shop', 'feathers', 'items', 2).info('added');
   */
  kv(fields: object): Logger;
  kv(key: string, value: any, ...more: any[]): Logger;
}

/**
 * Lines that are kept with the run and shown on its page.
 * @example
 * log.info('begins');
 * log.kv({ items: 2, total: 12.5 }).info('ordered');
 */
declare var log: Logger;

interface Console {
  /**
   * Writes at level info. `%s %d %i %f %j %o %O %%` in the first argument mean what they mean in Node.
   * @example
   * console.log('%d items in %s', 2, 'the cart');
   */
  log(...values: any[]): void;
  /**
   * Writes at level info.
   * @example
   * console.info('logged in as', { user: 'ann' });
   */
  info(...values: any[]): void;
  /**
   * Writes at level warn.
   * @example
   * console.warn('slow today');
   */
  warn(...values: any[]): void;
  /**
   * Writes at level error. The run does not fail by it.
   * @example
   * console.error('no answer', [1, 2]);
   */
  error(...values: any[]): void;
  /**
   * Writes at level debug.
   * @example
   * console.debug(new Date());
   */
  debug(...values: any[]): void;
}

/**
 * The same log, with arguments written as Node writes them.
 * @example
 * console.log({ items: ['feathers'] });
 */
declare var console: Console;

// ---- std ----

interface Elapsed {
  /**
   * The time in seconds.
   * @example
   * if (std.time.since('2026-01-01T00:00:00Z').seconds() < 0) log.fail('the clock is wrong');
   */
  seconds(): number;
  /**
   * The time in milliseconds.
   * @example
   * var begin = std.time.now();
   * http.get('http://127.0.0.1:8080/');
   * log.kv('ms', std.time.since(begin).milliseconds()).info('answered');
   */
  milliseconds(): number;
  /**
   * The time as Go writes a duration: `1m30.5s`.
   * @example
   * log.info('the shop was founded ' + std.time.since('1997-05-01T00:00:00Z') + ' ago');
   */
  toString(): string;
}

/**
 * What scripts of other engines find in modules.
 * @example
 * log.kv('home', std.os.getenv('HOME')).info(std.time.now());
 */
interface Std {
  time: {
    /**
     * RFC 3339, down to nanoseconds.
     * @example
     * var begin = std.time.now();
     */
    now(): string;
    /**
     * Waits. Only this run waits; its timeout goes on.
     * @param duration `'250ms'`, or a number of milliseconds
     * @example
     * std.time.sleep('250ms');
     */
    sleep(duration: Duration | number): void;
    /**
     * How long ago that was. A time to come is less than 0.
     * @example
     * if (std.time.since('2026-01-01T00:00:00Z').seconds() < 0) log.fail('the clock is wrong');
     */
    since(time: string): Elapsed;
  };
  os: {
    /**
     * A variable of the daemon's environment; `''` where it is not set, or not to be read.
     * @example
     * var shop = std.os.getenv('SHOP_URL') || 'http://127.0.0.1:8080';
     */
    getenv(name: string): string;
  };
  do: {
    /**
     * That many hexadecimal characters, at most 65,536.
     * @example
     * http.post('http://127.0.0.1:8080/users', { name: 'canary-' + std.do.rand_string(8) });
     */
    rand_string(length: number): string;
  };
}

/**
 * The time, the environment and random text.
 * @example
 * var begin = std.time.now();
 * std.time.sleep('1s');
 * log.info(std.time.since(begin).seconds());
 */
declare var std: Std;

// ---- timers, in modern scripts ----

/**
 * Calls `work` once, later. A script that names a timer, a `Promise` or `async` is a modern one, and runs until nothing is
 * left to do. Where only waiting is wanted, `std.time.sleep` is simpler.
 * @param delay milliseconds
 * @param args what `work` is called with
 * @returns what `clearTimeout` takes
 * @example
 * var late = setTimeout(function () { log.fail('nobody called back within 2 s'); }, 2000);
 * setTimeout(function () { clearTimeout(late); }, 100);
 */
declare function setTimeout<Args extends any[]>(work: (...args: Args) => void, delay?: number, ...args: Args): number;

/**
 * Takes back what `setTimeout` was told. What is no timer is passed over.
 * @example
 * var late = setTimeout(function () { log.fail('too late'); }, 2000);
 * clearTimeout(late);
 */
declare function clearTimeout(timer?: number): void;

/**
 * Calls `work` again and again, until `clearInterval`.
 * @param delay milliseconds between two calls, 1 at least
 * @example
 * var beats = 0;
 * var beat = setInterval(function () {
 *   if (++beats === 3) clearInterval(beat);
 * }, 100);
 */
declare function setInterval<Args extends any[]>(work: (...args: Args) => void, delay?: number, ...args: Args): number;

/**
 * Ends what `setInterval` has begun.
 * @example
 * var beat = setInterval(function () { clearInterval(beat); }, 100);
 */
declare function clearInterval(timer?: number): void;

/**
 * Calls `work` as soon as what is being executed has ended, before any timer.
 * @example
 * queueMicrotask(function () { log.info('after the script, before timers'); });
 */
declare function queueMicrotask(work: () => void): void;

// ---- the run ----

/**
 * What a run knows of itself, and its parts.
 * @example
 * log.kv({ id: test.id, attempt: test.attempt, team: test.labels['team'] }).info(test.name + ' has until ' + test.deadline);
 */
interface RunFacts {
  /** The test's name. */
  name: string;
  /** The run's id, as in the API and in the daemon's log. */
  id: string;
  attempt: number;
  trigger: 'schedule' | 'manual' | 'command_line';
  /** When the run's time is up, in RFC 3339. */
  deadline: string;
  /** The test's labels, those of the defaults among them. */
  labels: Labels;
  /**
   * Calls `work`, and keeps the step's name, time and outcome with the run. Steps may hold steps. An error that leaves
   * `work` marks the step as failed and goes on upwards; where nobody catches it, it ends the run. Where `work` gives a
   * promise, the step goes on until that is settled.
   * @returns what `work` gives
   * @example
   * var front = test.step('front page', function () {
   *   return http.get('http://127.0.0.1:8080/');
   * });
   * log.info(front.code);
   */
  step<T>(name: string, work: () => T): T;
  /**
   * Registers what is to be done when the script has ended, however it ended. The one registered last is called first.
   * They have time of their own: the test's timeout, at most 10 s, all together.
   * @example
   * test.cleanup('remove the order', function () { http.del('http://127.0.0.1:8080/orders/1'); });
   */
  cleanup(name: string, work: () => void | Promise<void>): void;
  cleanup(work: () => void | Promise<void>): void;
  /**
   * Logs an error and fails the run with this message, whatever the script catches: the same as `log.fail`.
   * @example
   * if (dns.resolve('shop.example').length === 0) test.fail('nobody knows the shop');
   */
  fail(...message: any[]): never;
  /**
   * Ends the run here, as one that cannot tell anything: it counts neither as a pass nor as a failure. Nothing can catch
   * that; cleanups are called. Where something has failed before, the run fails.
   * @param reason what is missing, as a sentence
   * @example
   * if (!std.os.getenv('SHOP_USER')) test.skip('there is no user to log in as');
   */
  skip(reason: string): never;
}

/**
 * What holds for all checks of a call.
 * @example
 * check(http.get('http://127.0.0.1:8080/'), { 'is quick': function (r) { return r.timings.duration < 500; } }, { soft: true });
 */
interface CheckOptions {
  /** The checks are recorded, and do not fail the run. */
  soft?: boolean;
}

/**
 * Looks at a value in several ways, and records each. The script goes on; where one did not hold, the run fails at its
 * end, and the cause names it. A predicate that throws did not hold. As in k6. Not in config.js.
 * @param checks a name and a predicate for each; what is no function counts as it is
 * @returns whether all held
 * @example
 * var response = http.get('http://127.0.0.1:8080/readyz');
 * check(response, {
 *   'is 200': function (r) { return r.code === 200; },
 *   'is quick': function (r) { return r.timings.duration < 500; }
 * });
 */
declare function check<T>(
  value: T, checks: { [name: string]: ((value: T) => unknown) | boolean | number | string | null | undefined }, options?: CheckOptions): boolean;

/**
 * What the run knows of itself. Not in config.js.
 * @example
 * if (test.trigger === 'command_line') log.info('tried by hand');
 */
declare var test: RunFacts;

// ---- config.js ----

/**
 * Names as Prometheus has them: letters, digits and `_`; not beginning with a digit or `__`.
 * @example
 * register_test({ name: 'shop', frequency: '1m', timeout: '20s', labels: { team: 'web', tier: '1' } }, file('shop.js'));
 */
interface Labels {
  [name: string]: string;
}

/**
 * What a test is called, when it runs, and what is said of it.
 * @example
 * register_test({
 *   name: 'front page',
 *   frequency: '1m',
 *   timeout: '20s',
 *   labels: { team: 'web' },
 *   description: 'Buys a feather as a guest.',
 *   runbook: 'https://wiki.example/shop'
 * }, file('scripts/front-page.js'));
 */
interface TestOptions {
  /** What the test is called everywhere: one of a kind, at most 200 bytes. */
  name: string;
  /** From the start of one run to the start of the next: at least 10 ms. Here, or in `settings`. */
  frequency?: Duration;
  /** How long a run may take. Here, or in `settings`. */
  timeout?: Duration;
  /**
   * What happens when a run is due and the last one still goes on: `'forbid'` skips it and counts that, `'allow'` lets
   * both go on, `'replace'` ends the older one. Default `'forbid'`.
   */
  concurrency?: 'forbid' | 'allow' | 'replace';
  /** Registered and listed, but not run by the schedule. Default `false`. */
  paused?: boolean;
  /** Of the script, from 1 MiB to 4 GiB. Default `'64MiB'`. */
  memory_limit?: ByteSize;
  /**
   * To find the test by, here and in Prometheus (`canary_test_info`): at most 20, values at most 200 bytes. They go over
   * those of `settings`; an empty value takes one away.
   */
  labels?: Labels;
  /** What it watches, for who reads of its failure. At most 2,000 bytes. */
  description?: string;
  /** Whose it is: a team, an address. At most 200 bytes. */
  owner?: string;
  /** What to do when it fails: an http or https URL of at most 500 bytes. */
  runbook?: string;
}

/**
 * What tests have that do not say otherwise.
 * @example
 * settings({ defaults: { frequency: '1m', timeout: '20s', labels: { team: 'web' } } });
 */
type TestDefaults = Partial<Omit<TestOptions, 'name'>>;

/**
 * What holds for all tests.
 * @example
 * settings({ name: 'The shop', defaults: { frequency: '1m', timeout: '20s' }, http: { connections: 'shared' } });
 */
interface Settings {
  /** Shown at the top of the page. */
  name?: string;
  /** What holds where a test that is registered after this does not say otherwise. */
  defaults?: TestDefaults;
  /** What holds for the requests of all tests. */
  http?: {
    /** Whether connections are closed at the end of a run, or kept for others. Default `'run'`. */
    connections?: 'run' | 'shared';
    /** Whether answers of name servers are kept as long as they say. Default `false`. */
    dns_cache?: boolean;
    /** Of a response's body. Default `'10MiB'`. */
    max_body?: ByteSize;
    /** Of a response's headers. Default `'64KiB'`. */
    max_headers?: ByteSize;
    /** Of one run. Default 1000. */
    max_requests?: number;
  };
}

// ---- Modules ----

/**
 * A file that was required, or the script itself, as `module`.
 * @example
 * log.info('this is ' + module.id + ', required by ' + (require.main === module ? 'nobody' : require.main.id));
 */
interface CanaryModule {
  /** What `require` gives. In a script: where this is a function, it is the test. */
  exports: any;
  /** The file's path from the work directory; so is `filename`. */
  id: string;
  filename: string;
  /** Whether it was executed to its end. */
  loaded: boolean;
}

interface CanaryRequire {
  /**
   * What that module exports: a built-in one, a file (`./shop`) or a package of node_modules.
   * @example
   * var items = require('underscore').range(3);
   */
  (name: 'underscore'): Underscore.Static;
  (name: 'chai'): typeof import('chai');
  (name: string): any;
  /** The script's own module. */
  main: CanaryModule;
}

/**
 * What another file exports, found as Node finds it, when the script is loaded: so its name has to be written out.
 * @example
 * var chai = require('chai');
 * chai.expect(http.get('http://127.0.0.1:8080/healthz').code).to.equal(200);
 */
declare var require: CanaryRequire;

/**
 * What this file is to those that require it.
 * @example
 * module.exports = function () {
 *   if (http.get('http://127.0.0.1:8080/readyz').code !== 200) log.fail('not ready');
 * };
 */
declare var module: CanaryModule;

/**
 * `module.exports`, as long as that is given no other value.
 * @example
 * exports.base = 'http://127.0.0.1:8080';
 */
declare var exports: any;

/**
 * This file's path from the work directory.
 * @example
 * log.debug('begins: ' + __filename);
 */
declare var __filename: string;

/**
 * The folder that this file is in, from the work directory: `'.'` for that itself.
 * @example
 * log.debug('beside me: ' + __dirname + '/data.json');
 */
declare var __dirname: string;

/**
 * Says what holds for all tests. Only in config.js.
 * @example
 * settings({ name: 'The shop', defaults: { frequency: '1m', timeout: '20s' } });
 */
declare function settings(settings: Settings): void;

/**
 * The text of a file, whose path is relative to the work directory. Only in config.js.
 * @example
 * register_test({ name: 'front page', frequency: '1m', timeout: '20s' }, file('scripts/front-page.js'));
 */
declare function file(path: string): string;

/**
 * Registers one test. Only in config.js.
 * @example
 * register_test({ name: 'pulse', frequency: '10s', timeout: '5s' }, "http.get('http://127.0.0.1:8080/healthz');");
 */
declare function register_test(options: TestOptions, source: string): void;
