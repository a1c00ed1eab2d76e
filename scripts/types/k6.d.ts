// What a script of k6 imports, as far as canaryd has it: docs/k6.md.

declare module 'k6' {
  /** Looks at a value in several ways. What does not hold fails the run at its end. Gives whether all held. */
  export function check<T>(value: T, sets: { [name: string]: ((value: T) => unknown) | boolean }, tags?: object): boolean;
  /** A step of the run, which gives what its function gives. */
  export function group<R>(name: string, work: () => R): R;
  /** Waits for so many seconds. */
  export function sleep(seconds: number): void;
  /** Ends the run as failed. */
  export function fail(message?: string): never;
  /** Does nothing. */
  export function randomSeed(seed: number): void;
}

declare module 'k6/http' {
  export interface Params {
    headers?: { [name: string]: string };
    cookies?: { [name: string]: string | { value: string; replace?: boolean } };
    jar?: CookieJar;
    /** Milliseconds, or as in `'60s'`. */
    timeout?: number | string;
    redirects?: number;
    /** With user and password in the URL. */
    auth?: 'basic' | 'digest' | 'ntlm';
    responseType?: 'text' | 'binary' | 'none';
    /** Throws where no response comes. */
    throw?: boolean;
    /** Ignored. */
    tags?: { [name: string]: string };
    /** Ignored. */
    compression?: string;
  }
  export interface Cookie {
    name: string; value: string; domain: string; path: string; http_only: boolean; secure: boolean; max_age: number; expires: number;
  }
  export interface Timings {
    blocked: number; looking_up: number; connecting: number; tls_handshaking: number;
    sending: number; waiting: number; receiving: number; duration: number;
  }
  export class Response {
    status: number;
    status_text: string;
    body: any;
    headers: { [name: string]: string };
    cookies: { [name: string]: Cookie[] };
    url: string;
    timings: Timings;
    error: string;
    error_code: number;
    request: { method: string; url: string; headers: { [name: string]: string }; body: any };
    proto: string;
    remote_ip: string;
    remote_port: number;
    tls_version: string;
    tls_cipher_suite: string;
    ocsp?: { status: string };
    /** The body as JSON, or what a path such as `items.0.name` leads to. */
    json(selector?: string): any;
    /** Refused. */
    html(selector?: string): any;
  }
  export class CookieJar {
    cookiesForURL(url: string): { [name: string]: string[] };
    set(url: string, name: string, value: string, attributes?: { path?: string; secure?: boolean }): boolean;
    delete(url: string, name: string): void;
    clear(url: string): void;
  }
  export class FileData {
    data: string | ArrayBuffer | ArrayBufferView;
    filename: string;
    content_type: string;
  }
  export type Body = string | ArrayBuffer | ArrayBufferView | { [name: string]: any } | null;
  export type BatchRequest = string | [method: string, url: string, body?: Body, params?: Params] | { method?: string; url: string; body?: Body; params?: Params };

  export function get(url: string, params?: Params | null): Response;
  export function head(url: string, params?: Params | null): Response;
  export function options(url: string, body?: Body, params?: Params | null): Response;
  export function post(url: string, body?: Body, params?: Params | null): Response;
  export function put(url: string, body?: Body, params?: Params | null): Response;
  export function patch(url: string, body?: Body, params?: Params | null): Response;
  export function del(url: string, body?: Body, params?: Params | null): Response;
  export function request(method: string, url: string, body?: Body, params?: Params | null): Response;
  export function asyncRequest(method: string, url: string, body?: Body, params?: Params | null): Promise<Response>;
  export function batch(requests: BatchRequest[]): Response[];
  export function batch<Name extends string>(requests: { [name in Name]: BatchRequest }): { [name in Name]: Response };
  export function file(data: string | ArrayBuffer | ArrayBufferView, filename?: string, content_type?: string): FileData;
  export function url(texts: TemplateStringsArray, ...values: unknown[]): string;
  export function cookieJar(): CookieJar;
  /** Does nothing. */
  export function expectedStatuses(...statuses: (number | { min: number; max: number })[]): object;
  /** Does nothing. */
  export function setResponseCallback(callback: object | null): void;
  export const TLS_1_0: string, TLS_1_1: string, TLS_1_2: string, TLS_1_3: string;

  const whole: typeof import('k6/http');
  export default whole;
}

declare module 'k6/data' {
  export const SharedArray: { new <T>(name: string, make: () => T[]): T[] };
}

declare module 'k6/encoding' {
  type Kind = 'std' | 'rawstd' | 'url' | 'rawurl';
  export function b64encode(input: string | ArrayBuffer | ArrayBufferView, kind?: Kind): string;
  export function b64decode(input: string, kind: Kind | undefined, format: 's'): string;
  export function b64decode(input: string, kind?: Kind): ArrayBuffer;
  const whole: typeof import('k6/encoding');
  export default whole;
}

declare module 'k6/execution' {
  export const instance: {
    iterationsCompleted: number; iterationsInterrupted: number; vusActive: number; vusInitialized: number; readonly currentTestRunDuration: number;
  };
  export const scenario: {
    name: string; executor: string; startTime: number; progress: number; iterationInInstance: number; iterationInTest: number;
  };
  /** Of the one user, with its one iteration. */
  export const vu: {
    idInInstance: number; idInTest: number; iterationInInstance: number; iterationInScenario: number;
    tags: { [name: string]: any }; metrics: { tags: { [name: string]: any }; metadata: { [name: string]: any } };
  };
  export const test: {
    readonly options: any;
    /** Ends the run as failed. */
    abort(reason?: string): never;
  };
  const whole: typeof import('k6/execution');
  export default whole;
}

declare module 'k6/metrics' {
  /** Taken, and not kept. */
  class Metric {
    constructor(name: string, is_time?: boolean);
    name: string;
    add(value: number | boolean, tags?: { [name: string]: string }): boolean;
  }
  export class Counter extends Metric {}
  export class Gauge extends Metric {}
  export class Rate extends Metric {}
  export class Trend extends Metric {}
}

/** Variables of the environment, in scripts that import k6. */
declare const __ENV: { [name: string]: any };
/** 1, in scripts that import k6. */
declare const __VU: number;
/** 0, in scripts that import k6. */
declare const __ITER: number;
