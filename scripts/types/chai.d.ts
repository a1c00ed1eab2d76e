// Chai's expect and assert, whole. A test holds the names equal to those that a run has.

/**
 * What may be said of a value. Words such as `to` and `be` only make it read well.
 * @example
 * var order = http.get('http://127.0.0.1:8080/orders/1').json();
 * expect(order).to.be.an('object').that.has.all.keys('id', 'items', 'total');
 * expect(order).to.have.nested.property('items[0].name', 'feathers');
 * expect(order.items).to.have.length.above(0);
 * expect(order.items).to.deep.include.members([{ name: 'feathers', count: 2 }]);
 * expect(order.total).to.be.gt(0).and.not.gt(100);
 */
interface Expectation {
  to: Expectation; be: Expectation; been: Expectation; is: Expectation; that: Expectation; which: Expectation; and: Expectation; has: Expectation; have: Expectation;
  with: Expectation; at: Expectation; of: Expectation; same: Expectation; but: Expectation; does: Expectation; still: Expectation; also: Expectation;
  /** The opposite of what follows. */
  not: Expectation;
  /** What follows compares what is in the values: `.to.deep.equal({ a: 1 })`. */
  deep: Expectation;
  /** What follows takes a path of names: `.to.have.nested.property('items[0].name')`. */
  nested: Expectation;
  /** What follows looks at the value's own names only, not at inherited ones. */
  own: Expectation;
  /** `members` compares the order, too. */
  ordered: Expectation;
  /** One of the names is enough for `keys`. */
  any: Expectation;
  /** `keys` wants all names. It does without this word, too. */
  all: Expectation;
  /** `respondTo` looks at the function itself, not at its prototype. */
  itself: Expectation;
  /** Counts as true. */
  ok: Expectation;
  /** Is `true`. */
  true: Expectation;
  /** Is `false`. */
  false: Expectation;
  /** Is `null`. */
  null: Expectation;
  /** Is `undefined`. */
  undefined: Expectation;
  /** Is `NaN`. */
  NaN: Expectation;
  /** Is neither `null` nor `undefined`. */
  exist: Expectation;
  exists: Expectation;
  /** Has nothing in it: a string, an array, a `Map` or a `Set` of length 0, an object without names. */
  empty: Expectation;
  /** Is a function's `arguments`. */
  arguments: Expectation;
  Arguments: Expectation;
  /** Names can be added to it. */
  extensible: Expectation;
  /** `Object.seal` was called with it. */
  sealed: Expectation;
  /** `Object.freeze` was called with it. */
  frozen: Expectation;
  /** Is a number, and neither `NaN` nor infinite. */
  finite: Expectation;
  /** Is of this type, in small letters: `'string'`, `'array'`, `'null'`, `'date'`. */
  a: Expectation.Type;
  an: Expectation.Type;
  /** Has this in it: a part of a string, an element, some names with values. Before `keys` and `members`: these, and maybe others. */
  include: Expectation.Inclusion;
  includes: Expectation.Inclusion;
  contain: Expectation.Inclusion;
  contains: Expectation.Inclusion;
  /** Is the same, as `===` says it; after `deep` as `eql` does. */
  equal(value: any, message?: string): Expectation;
  equals(value: any, message?: string): Expectation;
  eq(value: any, message?: string): Expectation;
  /** Is the same inside. */
  eql(value: any, message?: string): Expectation;
  eqls(value: any, message?: string): Expectation;
  /** Is more than that; after `length`, its length is. */
  above(value: number | Date, message?: string): Expectation;
  gt(value: number | Date, message?: string): Expectation;
  greaterThan(value: number | Date, message?: string): Expectation;
  /** Is that or more. */
  least(value: number | Date, message?: string): Expectation;
  gte(value: number | Date, message?: string): Expectation;
  greaterThanOrEqual(value: number | Date, message?: string): Expectation;
  /** Is less than that. */
  below(value: number | Date, message?: string): Expectation;
  lt(value: number | Date, message?: string): Expectation;
  lessThan(value: number | Date, message?: string): Expectation;
  /** Is that or less. */
  most(value: number | Date, message?: string): Expectation;
  lte(value: number | Date, message?: string): Expectation;
  lessThanOrEqual(value: number | Date, message?: string): Expectation;
  /** Is in between, or one of both. */
  within(from: number | Date, to: number | Date, message?: string): Expectation;
  /** Is at most `delta` away from it. */
  closeTo(value: number, delta: number, message?: string): Expectation;
  approximately(value: number, delta: number, message?: string): Expectation;
  /** Was made by it. */
  instanceof(constructor: Function, message?: string): Expectation;
  instanceOf(constructor: Function, message?: string): Expectation;
  /** Has that name, and where a value is given, that value. */
  property(name: PropertyKey, value?: any, message?: string): Expectation;
  /** Has that name itself, not by inheritance, and where a value is given, that value. */
  ownProperty(name: PropertyKey, value?: any, message?: string): Expectation;
  haveOwnProperty(name: PropertyKey, value?: any, message?: string): Expectation;
  /** Has that name itself, described like that. */
  ownPropertyDescriptor(name: PropertyKey, descriptor?: PropertyDescriptor, message?: string): Expectation;
  haveOwnPropertyDescriptor(name: PropertyKey, descriptor?: PropertyDescriptor, message?: string): Expectation;
  /** Is that long; a `Map` or `Set` has so many. Without a number, what follows is about the length: `.length.above(2)`. */
  length: Expectation.Length;
  lengthOf: Expectation.Length;
  /** The text has what the pattern looks for. */
  match(pattern: RegExp, message?: string): Expectation;
  matches(pattern: RegExp, message?: string): Expectation;
  /** The text has this part. */
  string(part: string, message?: string): Expectation;
  /** Has these names and no others; after `include` others, too; after `any` one of them. */
  keys(names: readonly any[] | object): Expectation;
  keys(...names: any[]): Expectation;
  key(names: readonly any[] | object): Expectation;
  key(...names: any[]): Expectation;
  /** The array has these elements and no others, in any order; after `include` others, too. */
  members(values: readonly any[], message?: string): Expectation;
  /** Is one of these. */
  oneOf(values: readonly any[] | string, message?: string): Expectation;
  /** The predicate says so. */
  satisfy(predicate: (value: any) => unknown, message?: string): Expectation;
  satisfies(predicate: (value: any) => unknown, message?: string): Expectation;
  /** Has a function of this name; of a constructor, what it makes has. */
  respondTo(name: string, message?: string): Expectation;
  respondsTo(name: string, message?: string): Expectation;
  /** The function throws, and where that is told: what was made by this, this very error, or one with this text in its message. */
  throw(error?: Function | Error | null, text?: RegExp | string, message?: string): Expectation;
  throw(text: RegExp | string): Expectation;
  throws(error?: Function | Error | null, text?: RegExp | string, message?: string): Expectation;
  throws(text: RegExp | string): Expectation;
  Throw(error?: Function | Error | null, text?: RegExp | string, message?: string): Expectation;
  Throw(text: RegExp | string): Expectation;
  /** The function is called, and the value of that name, or what that other function gives, has another value then. */
  change(of: object | (() => unknown), name?: PropertyKey, message?: string): Expectation;
  changes(of: object | (() => unknown), name?: PropertyKey, message?: string): Expectation;
  /** The function is called, and the value of that name, or what that other function gives, is more then. */
  increase(of: object | (() => unknown), name?: PropertyKey, message?: string): Expectation;
  increases(of: object | (() => unknown), name?: PropertyKey, message?: string): Expectation;
  /** The function is called, and the value of that name, or what that other function gives, is less then. */
  decrease(of: object | (() => unknown), name?: PropertyKey, message?: string): Expectation;
  decreases(of: object | (() => unknown), name?: PropertyKey, message?: string): Expectation;
  /** By how much; after `change`, `increase` and `decrease`. */
  by(delta: number, message?: string): Expectation;
}

/** What is a word and a call at once. */
declare namespace Expectation {
  interface Type extends Expectation {
    (type: string, message?: string): Expectation;
  }
  interface Inclusion extends Expectation {
    (value: any, message?: string): Expectation;
  }
  interface Length extends Expectation {
    (length: number, message?: string): Expectation;
  }
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
  /** Throws. With both values, they are kept with the run. */
  fail(message?: string): never;
  fail(actual: any, expected: any, message?: string): never;
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
  /** Throws. With both values, they are kept with the run. */
  fail(message?: string): never;
  fail(actual: any, expected: any, message?: string): never;
  /** Counts as true. */
  ok(value: unknown, message?: string): void;
  isOk(value: unknown, message?: string): void;
  /** Counts as false. */
  notOk(value: unknown, message?: string): void;
  isNotOk(value: unknown, message?: string): void;
  /** By `==`, which takes `1` and `'1'` for the same. */
  equal(actual: any, expected: any, message?: string): void;
  notEqual(actual: any, expected: any, message?: string): void;
  /** By `===`. */
  strictEqual(actual: any, expected: any, message?: string): void;
  notStrictEqual(actual: any, expected: any, message?: string): void;
  /** The same inside. */
  deepEqual(actual: any, expected: any, message?: string): void;
  deepStrictEqual(actual: any, expected: any, message?: string): void;
  notDeepEqual(actual: any, expected: any, message?: string): void;
  isTrue(value: unknown, message?: string): void;
  isNotTrue(value: unknown, message?: string): void;
  isFalse(value: unknown, message?: string): void;
  isNotFalse(value: unknown, message?: string): void;
  isNull(value: unknown, message?: string): void;
  isNotNull(value: unknown, message?: string): void;
  isNaN(value: unknown, message?: string): void;
  isNotNaN(value: unknown, message?: string): void;
  isUndefined(value: unknown, message?: string): void;
  isDefined(value: unknown, message?: string): void;
  /** Neither `null` nor `undefined`. */
  exists(value: unknown, message?: string): void;
  notExists(value: unknown, message?: string): void;
  isFunction(value: unknown, message?: string): void;
  isNotFunction(value: unknown, message?: string): void;
  isObject(value: unknown, message?: string): void;
  isNotObject(value: unknown, message?: string): void;
  isArray(value: unknown, message?: string): void;
  isNotArray(value: unknown, message?: string): void;
  isString(value: unknown, message?: string): void;
  isNotString(value: unknown, message?: string): void;
  isNumber(value: unknown, message?: string): void;
  isNotNumber(value: unknown, message?: string): void;
  isBoolean(value: unknown, message?: string): void;
  isNotBoolean(value: unknown, message?: string): void;
  isFinite(value: unknown, message?: string): void;
  /** A string, an array, a `Map` or a `Set` of length 0, an object without names. */
  isEmpty(value: any, message?: string): void;
  empty(value: any, message?: string): void;
  isNotEmpty(value: any, message?: string): void;
  notEmpty(value: any, message?: string): void;
  isExtensible(value: any, message?: string): void;
  extensible(value: any, message?: string): void;
  isNotExtensible(value: any, message?: string): void;
  notExtensible(value: any, message?: string): void;
  isSealed(value: any, message?: string): void;
  sealed(value: any, message?: string): void;
  isNotSealed(value: any, message?: string): void;
  notSealed(value: any, message?: string): void;
  isFrozen(value: any, message?: string): void;
  frozen(value: any, message?: string): void;
  isNotFrozen(value: any, message?: string): void;
  notFrozen(value: any, message?: string): void;
  isAbove(value: number | Date, than: number | Date, message?: string): void;
  isAtLeast(value: number | Date, than: number | Date, message?: string): void;
  isBelow(value: number | Date, than: number | Date, message?: string): void;
  isAtMost(value: number | Date, than: number | Date, message?: string): void;
  /** At most `delta` away. */
  closeTo(value: number, expected: number, delta: number, message?: string): void;
  approximately(value: number, expected: number, delta: number, message?: string): void;
  operator(left: any, operator: '==' | '===' | '>' | '>=' | '<' | '<=' | '!=' | '!==', right: any, message?: string): void;
  /** In small letters: `'string'`, `'array'`, `'null'`, `'date'`. */
  typeOf(value: unknown, type: string, message?: string): void;
  notTypeOf(value: unknown, type: string, message?: string): void;
  instanceOf(value: unknown, constructor: Function, message?: string): void;
  notInstanceOf(value: unknown, constructor: Function, message?: string): void;
  /** Is one of these. */
  oneOf(value: any, values: readonly any[], message?: string): void;
  match(text: string, pattern: RegExp, message?: string): void;
  notMatch(text: string, pattern: RegExp, message?: string): void;
  lengthOf(of: any, length: number, message?: string): void;
  /** A part of a string, an element, or some of the names with their values. */
  include(where: any, what: any, message?: string): void;
  notInclude(where: any, what: any, message?: string): void;
  deepInclude(where: any, what: any, message?: string): void;
  notDeepInclude(where: any, what: any, message?: string): void;
  /** Names are paths: `{ 'items[0].name': 'feathers' }`. */
  nestedInclude(where: any, what: any, message?: string): void;
  notNestedInclude(where: any, what: any, message?: string): void;
  deepNestedInclude(where: any, what: any, message?: string): void;
  notDeepNestedInclude(where: any, what: any, message?: string): void;
  /** Inherited names do not count. */
  ownInclude(where: any, what: any, message?: string): void;
  notOwnInclude(where: any, what: any, message?: string): void;
  deepOwnInclude(where: any, what: any, message?: string): void;
  notDeepOwnInclude(where: any, what: any, message?: string): void;
  property(of: any, name: string, message?: string): void;
  notProperty(of: any, name: string, message?: string): void;
  ownProperty(of: any, name: string, message?: string): void;
  notOwnProperty(of: any, name: string, message?: string): void;
  nestedProperty(of: any, name: string, message?: string): void;
  notNestedProperty(of: any, name: string, message?: string): void;
  /** Of that name, that value. */
  notPropertyVal(of: any, name: string, value: any, message?: string): void;
  propertyVal(of: any, name: string, value: any, message?: string): void;
  notDeepPropertyVal(of: any, name: string, value: any, message?: string): void;
  deepPropertyVal(of: any, name: string, value: any, message?: string): void;
  notOwnPropertyVal(of: any, name: string, value: any, message?: string): void;
  ownPropertyVal(of: any, name: string, value: any, message?: string): void;
  notDeepOwnPropertyVal(of: any, name: string, value: any, message?: string): void;
  deepOwnPropertyVal(of: any, name: string, value: any, message?: string): void;
  notNestedPropertyVal(of: any, name: string, value: any, message?: string): void;
  nestedPropertyVal(of: any, name: string, value: any, message?: string): void;
  notDeepNestedPropertyVal(of: any, name: string, value: any, message?: string): void;
  deepNestedPropertyVal(of: any, name: string, value: any, message?: string): void;
  /** `hasAllKeys`: these and no others; `containsAllKeys`: others, too. */
  hasAllKeys(of: any, names: readonly any[] | object, message?: string): void;
  containsAllKeys(of: any, names: readonly any[] | object, message?: string): void;
  hasAnyKeys(of: any, names: readonly any[] | object, message?: string): void;
  doesNotHaveAllKeys(of: any, names: readonly any[] | object, message?: string): void;
  doesNotHaveAnyKeys(of: any, names: readonly any[] | object, message?: string): void;
  hasAllDeepKeys(of: any, names: readonly any[] | object, message?: string): void;
  containsAllDeepKeys(of: any, names: readonly any[] | object, message?: string): void;
  hasAnyDeepKeys(of: any, names: readonly any[] | object, message?: string): void;
  doesNotHaveAllDeepKeys(of: any, names: readonly any[] | object, message?: string): void;
  doesNotHaveAnyDeepKeys(of: any, names: readonly any[] | object, message?: string): void;
  /** The same elements, in any order where it is not `Ordered`. */
  sameMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  notSameMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  sameOrderedMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  notSameOrderedMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  sameDeepMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  notSameDeepMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  sameDeepOrderedMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  notSameDeepOrderedMembers(actual: readonly any[], expected: readonly any[], message?: string): void;
  /** These elements, and maybe others. */
  includeMembers(all: readonly any[], some: readonly any[], message?: string): void;
  notIncludeMembers(all: readonly any[], some: readonly any[], message?: string): void;
  includeOrderedMembers(all: readonly any[], some: readonly any[], message?: string): void;
  notIncludeOrderedMembers(all: readonly any[], some: readonly any[], message?: string): void;
  includeDeepMembers(all: readonly any[], some: readonly any[], message?: string): void;
  notIncludeDeepMembers(all: readonly any[], some: readonly any[], message?: string): void;
  includeDeepOrderedMembers(all: readonly any[], some: readonly any[], message?: string): void;
  notIncludeDeepOrderedMembers(all: readonly any[], some: readonly any[], message?: string): void;
  /** The function throws; where that is told: what was made by this, this very error, or one with this text in its message. */
  throws(work: () => unknown, error?: Function | Error | null, text?: RegExp | string | null, message?: string): void;
  throws(work: () => unknown, text: RegExp | string, message?: string): void;
  throw(work: () => unknown, error?: Function | Error | null, text?: RegExp | string | null, message?: string): void;
  throw(work: () => unknown, text: RegExp | string, message?: string): void;
  Throw(work: () => unknown, error?: Function | Error | null, text?: RegExp | string | null, message?: string): void;
  Throw(work: () => unknown, text: RegExp | string, message?: string): void;
  doesNotThrow(work: () => unknown, error?: Function | Error | null, text?: RegExp | string | null, message?: string): void;
  doesNotThrow(work: () => unknown, text: RegExp | string, message?: string): void;
  /** Calls the function, and compares the value of that name, or what that other function gives, with what it was before. */
  changes(work: () => unknown, of: object, name: PropertyKey, message?: string): void;
  changes(work: () => unknown, value: () => unknown, message?: string): void;
  doesNotChange(work: () => unknown, of: object, name: PropertyKey, message?: string): void;
  doesNotChange(work: () => unknown, value: () => unknown, message?: string): void;
  increases(work: () => unknown, of: object, name: PropertyKey, message?: string): void;
  increases(work: () => unknown, value: () => unknown, message?: string): void;
  doesNotIncrease(work: () => unknown, of: object, name: PropertyKey, message?: string): void;
  doesNotIncrease(work: () => unknown, value: () => unknown, message?: string): void;
  decreases(work: () => unknown, of: object, name: PropertyKey, message?: string): void;
  decreases(work: () => unknown, value: () => unknown, message?: string): void;
  doesNotDecrease(work: () => unknown, of: object, name: PropertyKey, message?: string): void;
  doesNotDecrease(work: () => unknown, value: () => unknown, message?: string): void;
  changesBy(work: () => unknown, of: object, name: PropertyKey, delta: number, message?: string): void;
  changesBy(work: () => unknown, value: () => unknown, delta: number, message?: string): void;
  changesButNotBy(work: () => unknown, of: object, name: PropertyKey, delta: number, message?: string): void;
  changesButNotBy(work: () => unknown, value: () => unknown, delta: number, message?: string): void;
  increasesBy(work: () => unknown, of: object, name: PropertyKey, delta: number, message?: string): void;
  increasesBy(work: () => unknown, value: () => unknown, delta: number, message?: string): void;
  increasesButNotBy(work: () => unknown, of: object, name: PropertyKey, delta: number, message?: string): void;
  increasesButNotBy(work: () => unknown, value: () => unknown, delta: number, message?: string): void;
  decreasesBy(work: () => unknown, of: object, name: PropertyKey, delta: number, message?: string): void;
  decreasesBy(work: () => unknown, value: () => unknown, delta: number, message?: string): void;
  doesNotDecreaseBy(work: () => unknown, of: object, name: PropertyKey, delta: number, message?: string): void;
  doesNotDecreaseBy(work: () => unknown, value: () => unknown, delta: number, message?: string): void;
  decreasesButNotBy(work: () => unknown, of: object, name: PropertyKey, delta: number, message?: string): void;
  decreasesButNotBy(work: () => unknown, value: () => unknown, delta: number, message?: string): void;
  /** Throws what counts as true: the first argument of callbacks. */
  ifError(error: unknown): void;
};

declare module 'chai' {
  type Expect = typeof globalThis.expect;
  type Assert = typeof globalThis.assert;
  export const expect: Expect;
  export const assert: Assert;
  /** What `expect` gives: plugins add to its prototype. */
  export const Assertion: { new (value: any, message?: string): Expectation; prototype: any; [name: string]: any };
  /** What is thrown. */
  export const AssertionError: { new (message?: string, values?: { actual?: any; expected?: any; [name: string]: any }): Error };
  export const config: { [name: string]: any };
  export const util: { [name: string]: any };
  export const version: string;
  /** Calls a plugin, and gives Chai. */
  export function use(plugin: (chai: any, util: any) => void): any;
  /** Gives all values the property `should`, which type checks do not know of. */
  export function should(): any;
  export function Should(): any;
  const chai: typeof import('chai');
  export default chai;
}
