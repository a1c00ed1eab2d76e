// What canaryd gives to a canary, and to config.js, for editors and for `tsc`.
//
// An editor that finds this folder by a jsconfig.json completes and checks scripts; scripts/jsconfig.json shows how.
//
// The language's own library is ES5's; library.d.ts beside this file has what the engine knows beyond it, and
// underscore.d.ts has `_`. A test holds every name that is declared here equal to the names that a run really has.

/** A duration as Go writes it: `'250ms'`, `'1.5s'`, `'1m30s'`, `'2h'`. The units are ns, us, ms, s, m and h. */
type Duration = string;

/** A number of bytes: `1048576`, or with a unit: `'64MiB'`, `'10kB'`. */
type ByteSize = string | number;

/** Bytes, as they are. */
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

/** Values of one name: a single one, or several that are sent one after the other. */
type HeaderValue = string | number | boolean | string[];

interface Headers {
  [name: string]: HeaderValue;
}

/** What is sent: text as UTF-8, bytes as they are, anything else as JSON. `null` is no body. */
type RequestBody = string | Bytes | object | null | undefined;

interface FormFields {
  [name: string]: string | number | boolean | Array<string | number | boolean>;
}

/** A part of a `multipart` body: its content is in `file` (below the work directory) or in `data`. */
interface MultipartPart {
  /** A path below the work directory. */
  file?: string;
  data?: string | Bytes;
  /** What the other side is told of the file's name. By default the last part of `file`. */
  filename?: string;
  /** Its Content-Type. */
  type?: string;
}

interface MultipartFields {
  [name: string]: string | number | boolean | Bytes | MultipartPart | Array<string | number | boolean | Bytes | MultipartPart>;
}

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

interface BatchRequest extends HttpOptions {
  url: string;
  /** Default `'GET'`. */
  method?: string;
  body?: RequestBody;
}

/** Milliseconds. A phase that did not take place is 0. */
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

/** What was agreed in a TLS handshake. */
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

interface Redirect {
  method: string;
  url: string;
  code: number;
  location: string;
  remote_ip: string;
  remote_port: number;
  timings: Timings;
}

/** `Body` is a string; with `response_type: 'binary'` a `Uint8Array`, and with `'none'` it is null. */
interface HttpResponse<Body = string> {
  /** The status code. */
  code: number;
  /** The status code, by its other name. */
  status: number;
  status_text: string;
  /** From names, written as `Content-Type`, to all their values. */
  headers: { [name: string]: string[] };
  /** The first value of a header, however the name is written. */
  header(name: string): string | undefined;
  /** What came after a chunked body. */
  trailers: { [name: string]: string[] };
  body: Body;
  /**
   * The body as JSON, or one value of it. Throws where the body is no JSON.
   * @param path `'tests.0.name'` or `'tests[0].name'`; gives `undefined` where it leads nowhere
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

interface BinaryOptions extends HttpOptions {
  response_type: 'binary';
}

interface BodilessOptions extends HttpOptions {
  response_type: 'none';
}

interface HttpCalls {
  /** Sends a GET. Only this run waits for the answer. Throws where there is none; a 500 is an answer. */
  get(url: string, options: BinaryOptions): HttpResponse<Uint8Array>;
  get(url: string, options: BodilessOptions): HttpResponse<null>;
  get(url: string, options?: HttpOptions): HttpResponse;
  head(url: string, options?: HttpOptions): HttpResponse;
  options(url: string, options?: HttpOptions): HttpResponse;
  /** Sends DELETE. (`delete` is a reserved word.) */
  del(url: string, options?: HttpOptions): HttpResponse;
  /**
   * Sends a POST.
   * @example
   * http.post('http://127.0.0.1:8080/query', { query: '{ ongoingTests { name } }' });
   */
  post(url: string, body: RequestBody, options: BinaryOptions): HttpResponse<Uint8Array>;
  post(url: string, body?: RequestBody, options?: HttpOptions): HttpResponse;
  put(url: string, body?: RequestBody, options?: HttpOptions): HttpResponse;
  patch(url: string, body?: RequestBody, options?: HttpOptions): HttpResponse;
  /** The long form, for any method. */
  do(method: string, url: string, headers: Headers | null | undefined, body: RequestBody, options: BinaryOptions): HttpResponse<Uint8Array>;
  do(method: string, url: string, headers?: Headers | null, body?: RequestBody, options?: HttpOptions): HttpResponse;
  /**
   * Sends several requests side by side, at most 20 at a time, and gives the responses in the order of the requests.
   * Where one fails, the others go on, and then its error is thrown, with all responses in its `responses`.
   */
  batch(requests: Array<string | BatchRequest>): HttpResponse<any>[];
}

interface HttpSession extends HttpCalls {
  /** The cookies that a request to this address would carry. */
  cookies(url: string): Cookie[];
}

interface Http extends HttpCalls {
  /** The same calls with a cookie jar, as a browser has one, and with these options where a request has none of its own. */
  session(defaults?: HttpOptions): HttpSession;
}

/** HTTP. A request looks as if it blocked; only this run waits. */
declare var http: Http;

// ---- DNS, TLS, TCP ----

interface DnsOptions {
  /** `'10.0.0.53'`, `'10.0.0.53:5353'` or `'[::1]:53'`. Default: those of /etc/resolv.conf. */
  server?: string;
  /** For all attempts together. Default `'5s'`. */
  timeout?: Duration;
}

interface DnsRecord {
  name: string;
  type: string;
  /** Seconds. */
  ttl: number;
  /** As a zone file has it. */
  data: string;
}

interface DnsAddress extends DnsRecord { address: string }
interface DnsTarget extends DnsRecord { target: string }
interface DnsMx extends DnsRecord { priority: number; exchange: string }
interface DnsTxt extends DnsRecord { text: string }
interface DnsSrv extends DnsRecord { priority: number; weight: number; port: number; target: string }
interface DnsCaa extends DnsRecord { critical: boolean; tag: string; value: string }
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

declare var dns: Dns;

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
   */
  inspect(host: string, port?: number, options?: { timeout?: Duration; tls?: TlsOptions }): TlsInspection;
}

declare var tls: Tls;

/** `Data` is a string; with `binary` a `Uint8Array`. */
interface TcpConnection<Data = string> {
  /** Sends text as UTF-8, or bytes. */
  write(data: string | Bytes): void;
  /** That many bytes, fewer only where the other side closes; without a number whatever comes next, nothing at the end. */
  read(bytes?: number): Data;
  /** All up to the end of that text, or of these bytes. Throws where the other side closes before. */
  read_until(mark: string | Bytes): Data;
  close(): void;
  remote_ip: string;
  remote_port: number;
  tls?: TlsFacts;
}

interface TcpOptions {
  /** Of the connecting, and then of each call. */
  timeout?: Duration;
  tls?: boolean | TlsOptions;
  /** What is read comes as bytes; otherwise as text, in which bytes that are no UTF-8 are U+FFFD. Default `false`. */
  binary?: boolean;
}

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

declare var tcp: Tcp;

// ---- programs ----

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

/** What must not stand in a script's source. Not in config.js. */
declare var secrets: Secrets;

/** Programs of the machine that canaryd runs on. */
declare var exec: Exec;

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
   */
  run(host: string, command: string, options?: SshOptions): ProgramResult;
}

declare var ssh: Ssh;

// ---- the log ----

interface Logger {
  debug(message: any): void;
  info(message: any): void;
  warn(message: any): void;
  error(message: any): void;
  /** Writes the message at level error, and ends the run as failed with this message as the cause. */
  fail(message: any): never;
  /**
   * A logger whose lines have these fields too. The one it was made from stays as it is.
   * @example
   * log.kv('shop', 'feathers', 'items', 2).info('added');
   */
  kv(fields: object): Logger;
  kv(key: string, value: any, ...more: any[]): Logger;
}

/** Lines that are kept with the run and shown on its page. */
declare var log: Logger;

interface Console {
  /** Writes at level info. `%s %d %i %f %j %o %O %%` in the first argument mean what they mean in Node. */
  log(...values: any[]): void;
  info(...values: any[]): void;
  warn(...values: any[]): void;
  error(...values: any[]): void;
  debug(...values: any[]): void;
}

/** The same log, with arguments written as Node writes them. */
declare var console: Console;

// ---- std ----

interface Elapsed {
  seconds(): number;
  milliseconds(): number;
  toString(): string;
}

interface Std {
  time: {
    /** RFC 3339, down to nanoseconds. */
    now(): string;
    /**
     * Waits. Only this run waits; its timeout goes on.
     * @param duration `'250ms'`, or a number of milliseconds
     */
    sleep(duration: Duration | number): void;
    /** How long ago that was. A time to come is less than 0. */
    since(time: string): Elapsed;
  };
  os: {
    /** A variable of the daemon's environment; `''` where it is not set, or not to be read. */
    getenv(name: string): string;
  };
  do: {
    /** That many hexadecimal characters, at most 65,536. */
    rand_string(length: number): string;
  };
}

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

/** Takes back what `setTimeout` was told. What is no timer is passed over. */
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

/** Ends what `setInterval` has begun. */
declare function clearInterval(timer?: number): void;

/** Calls `work` as soon as what is being executed has ended, before any timer. */
declare function queueMicrotask(work: () => void): void;

// ---- the run ----

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
  /** Logs an error and fails the run with this message, whatever the script catches: the same as `log.fail`. */
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

/** What the run knows of itself. Not in config.js. */
declare var test: RunFacts;

// ---- config.js ----

/** Names as Prometheus has them: letters, digits and `_`; not beginning with a digit or `__`. */
interface Labels {
  [name: string]: string;
}

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

type TestDefaults = Partial<Omit<TestOptions, 'name'>>;

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

/** A file that was required, or the script itself, as `module`. */
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

/** What this file is to those that require it. */
declare var module: CanaryModule;

/** `module.exports`, as long as that is given no other value. */
declare var exports: any;

/** This file's path from the work directory. */
declare var __filename: string;

/** The folder that this file is in, from the work directory: `'.'` for that itself. */
declare var __dirname: string;

/** Says what holds for all tests. Only in config.js. */
declare function settings(settings: Settings): void;

/**
 * The text of a file, whose path is relative to the work directory. Only in config.js.
 * @example
 * register_test({ name: 'front page', frequency: '1m', timeout: '20s' }, file('scripts/front-page.js'));
 */
declare function file(path: string): string;

/** Registers one test. Only in config.js. */
declare function register_test(options: TestOptions, source: string): void;
