// Chai's expect and assert, as far as most scripts use them.

/** What may be said of a value. Words such as `to` and `be` only make it read well. */
interface Expectation {
  to: Expectation; be: Expectation; been: Expectation; is: Expectation; that: Expectation; which: Expectation;
  and: Expectation; has: Expectation; have: Expectation; with: Expectation; at: Expectation; of: Expectation;
  same: Expectation; but: Expectation; does: Expectation; still: Expectation; also: Expectation;
  /** The opposite of what follows. */
  not: Expectation;
  /** What follows compares what is in the values. */
  deep: Expectation;
  nested: Expectation; own: Expectation; ordered: Expectation; any: Expectation; all: Expectation;
  ok: Expectation; true: Expectation; false: Expectation; null: Expectation; undefined: Expectation; NaN: Expectation;
  exist: Expectation; empty: Expectation; extensible: Expectation; sealed: Expectation; frozen: Expectation; finite: Expectation;
  a(type: string, message?: string): Expectation;
  an(type: string, message?: string): Expectation;
  equal(value: any, message?: string): Expectation;
  eql(value: any, message?: string): Expectation;
  above(value: number | Date, message?: string): Expectation;
  least(value: number | Date, message?: string): Expectation;
  below(value: number | Date, message?: string): Expectation;
  most(value: number | Date, message?: string): Expectation;
  within(from: number | Date, to: number | Date, message?: string): Expectation;
  closeTo(value: number, delta: number, message?: string): Expectation;
  instanceof(constructor: Function, message?: string): Expectation;
  include(value: any, message?: string): Expectation;
  contain(value: any, message?: string): Expectation;
  property(name: string | symbol, value?: any, message?: string): Expectation;
  lengthOf(length: number, message?: string): Expectation;
  match(pattern: RegExp, message?: string): Expectation;
  string(part: string, message?: string): Expectation;
  keys(...names: any[]): Expectation;
  members(values: any[], message?: string): Expectation;
  oneOf(values: any[], message?: string): Expectation;
  satisfy(predicate: (value: any) => unknown, message?: string): Expectation;
  throw(error?: Function | Error | RegExp | string, message?: RegExp | string): Expectation;
}

/**
 * What is expected of a value, as [Chai](https://www.chaijs.com/api/bdd/) says it. What is not so is thrown, as class
 * `assert`, and the run's record has what was expected and what there was. Not in config.js.
 * @example
 * var response = http.get('http://127.0.0.1:8080/api/v1/status');
 * expect(response.code).to.equal(200);
 * expect(response.json('tests.total'), 'tests').to.be.above(0);
 */
declare var expect: {
  (value: any, message?: string): Expectation;
  fail(message?: string): never;
};

/**
 * Chai's other language, [assert](https://www.chaijs.com/api/assert/).
 * @example
 * var response = http.get('http://127.0.0.1:8080/readyz');
 * assert.equal(response.code, 200, 'the code');
 * assert.match(response.body, /ok/);
 */
declare var assert: {
  (holds: unknown, message?: string): void;
  fail(message?: string): never;
  isOk(value: unknown, message?: string): void;
  isNotOk(value: unknown, message?: string): void;
  equal(actual: any, expected: any, message?: string): void;
  notEqual(actual: any, expected: any, message?: string): void;
  strictEqual(actual: any, expected: any, message?: string): void;
  notStrictEqual(actual: any, expected: any, message?: string): void;
  deepEqual(actual: any, expected: any, message?: string): void;
  notDeepEqual(actual: any, expected: any, message?: string): void;
  isTrue(value: unknown, message?: string): void;
  isFalse(value: unknown, message?: string): void;
  isNull(value: unknown, message?: string): void;
  isDefined(value: unknown, message?: string): void;
  isUndefined(value: unknown, message?: string): void;
  exists(value: unknown, message?: string): void;
  isAbove(value: number, than: number, message?: string): void;
  isAtLeast(value: number, than: number, message?: string): void;
  isBelow(value: number, than: number, message?: string): void;
  isAtMost(value: number, than: number, message?: string): void;
  closeTo(value: number, expected: number, delta: number, message?: string): void;
  typeOf(value: unknown, type: string, message?: string): void;
  include(where: any, what: any, message?: string): void;
  notInclude(where: any, what: any, message?: string): void;
  match(text: string, pattern: RegExp, message?: string): void;
  notMatch(text: string, pattern: RegExp, message?: string): void;
  property(of: any, name: string, message?: string): void;
  propertyVal(of: any, name: string, value: any, message?: string): void;
  lengthOf(of: any, length: number, message?: string): void;
  sameMembers(a: any[], b: any[], message?: string): void;
  throws(work: () => unknown, error?: Function | RegExp | string, message?: RegExp | string): void;
  /** And what else Chai has. */
  [name: string]: any;
};

declare module 'chai' {
  type Expect = typeof globalThis.expect;
  type Assert = typeof globalThis.assert;
  export const expect: Expect;
  export const assert: Assert;
}
