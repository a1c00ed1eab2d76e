// Underscore, which is `_`. Its own pages at https://underscorejs.org say what each function does.

declare namespace Underscore {
  type Key = string | number;
  type List<T> = ArrayLike<T>;
  interface Dictionary<T> { [key: string]: T }
  /** Something that is asked of each value: a function, a property's name or path, or the properties that it should have. */
  type Iteratee<T> = ((value: T, key: any, all: any) => any) | Key | Key[] | object | null;

  interface Collections {
    each<T>(list: List<T>, what: (value: T, index: number, list: List<T>) => void, self?: any): List<T>;
    each<T>(object: Dictionary<T>, what: (value: T, key: string, object: Dictionary<T>) => void, self?: any): Dictionary<T>;
    forEach: Collections['each'];
    map<T, R>(list: List<T>, what: (value: T, index: number, list: List<T>) => R, self?: any): R[];
    map<T, R>(object: Dictionary<T>, what: (value: T, key: string, object: Dictionary<T>) => R, self?: any): R[];
    map(list: any, what: Key | object): any[];
    collect: Collections['map'];
    reduce<T, R>(list: List<T>, what: (memo: R, value: T, index: number, list: List<T>) => R, memo: R, self?: any): R;
    reduce<T, R>(object: Dictionary<T>, what: (memo: R, value: T, key: string) => R, memo: R, self?: any): R;
    reduce<T>(list: List<T>, what: (memo: T, value: T, index: number) => T): T | undefined;
    inject: Collections['reduce'];
    foldl: Collections['reduce'];
    reduceRight: Collections['reduce'];
    foldr: Collections['reduce'];
    find<T>(list: List<T> | Dictionary<T>, which: Iteratee<T>, self?: any): T | undefined;
    detect: Collections['find'];
    filter<T>(list: List<T> | Dictionary<T>, which?: Iteratee<T>, self?: any): T[];
    select: Collections['filter'];
    reject<T>(list: List<T> | Dictionary<T>, which?: Iteratee<T>, self?: any): T[];
    where<T>(list: List<T> | Dictionary<T>, properties: object): T[];
    findWhere<T>(list: List<T> | Dictionary<T>, properties: object): T | undefined;
    every<T>(list: List<T> | Dictionary<T>, which?: Iteratee<T>, self?: any): boolean;
    all: Collections['every'];
    some<T>(list: List<T> | Dictionary<T>, which?: Iteratee<T>, self?: any): boolean;
    any: Collections['some'];
    contains<T>(list: List<T> | Dictionary<T>, value: T, from?: number): boolean;
    include: Collections['contains'];
    includes: Collections['contains'];
    invoke(list: List<any> | Dictionary<any>, method: Key | Key[] | Function, ...args: any[]): any[];
    pluck<T, K extends keyof T>(list: List<T> | Dictionary<T>, name: K): Array<T[K]>;
    pluck(list: any, name: Key): any[];
    max(list: List<number> | Dictionary<number>): number;
    max<T>(list: List<T> | Dictionary<T>, of: Iteratee<T>, self?: any): T;
    min: Collections['max'];
    sortBy<T>(list: List<T> | Dictionary<T>, by?: Iteratee<T>, self?: any): T[];
    groupBy<T>(list: List<T> | Dictionary<T>, by?: Iteratee<T>, self?: any): Dictionary<T[]>;
    indexBy<T>(list: List<T> | Dictionary<T>, by?: Iteratee<T>, self?: any): Dictionary<T>;
    countBy<T>(list: List<T> | Dictionary<T>, by?: Iteratee<T>, self?: any): Dictionary<number>;
    partition<T>(list: List<T> | Dictionary<T>, which?: Iteratee<T>, self?: any): [T[], T[]];
    shuffle<T>(list: List<T> | Dictionary<T>): T[];
    sample<T>(list: List<T> | Dictionary<T>): T | undefined;
    sample<T>(list: List<T> | Dictionary<T>, count: number): T[];
    toArray<T>(list: List<T> | Dictionary<T>): T[];
    size(list: any): number;
  }

  interface Arrays {
    first<T>(array: List<T>): T | undefined;
    first<T>(array: List<T>, count: number): T[];
    head: Arrays['first'];
    take: Arrays['first'];
    last: Arrays['first'];
    initial<T>(array: List<T>, count?: number): T[];
    rest<T>(array: List<T>, from?: number): T[];
    tail: Arrays['rest'];
    drop: Arrays['rest'];
    compact<T>(array: List<T | null | undefined | false | '' | 0>): T[];
    flatten(array: List<any>, depth?: boolean | number): any[];
    without<T>(array: List<T>, ...values: T[]): T[];
    union<T>(...arrays: Array<List<T>>): T[];
    intersection<T>(...arrays: Array<List<T>>): T[];
    difference<T>(array: List<T>, ...others: Array<List<T>>): T[];
    uniq<T>(array: List<T>, sorted?: boolean | Iteratee<T>, of?: Iteratee<T>, self?: any): T[];
    unique: Arrays['uniq'];
    zip(...arrays: Array<List<any>>): any[][];
    unzip(arrays: List<List<any>>): any[][];
    transpose: Arrays['unzip'];
    chunk<T>(array: List<T>, length: number): T[][];
    object<T>(names: List<string>, values: List<T>): Dictionary<T>;
    object(pairs: List<any>): Dictionary<any>;
    indexOf<T>(array: List<T>, value: T, from?: boolean | number): number;
    lastIndexOf<T>(array: List<T>, value: T, from?: number): number;
    sortedIndex<T>(array: List<T>, value: T, by?: Iteratee<T>, self?: any): number;
    findIndex<T>(array: List<T>, which?: Iteratee<T>, self?: any): number;
    findLastIndex<T>(array: List<T>, which?: Iteratee<T>, self?: any): number;
    range(startOrStop: number, stop?: number, step?: number): number[];
  }

  interface Functions {
    bind(what: Function, self: any, ...args: any[]): (...more: any[]) => any;
    bindAll<T>(object: T, ...names: any[]): T;
    partial(what: Function, ...args: any[]): (...more: any[]) => any;
    memoize<F extends Function>(what: F, key?: (...args: any[]) => any): F;
    once<F extends Function>(what: F): F;
    after(count: number, what: Function): (...args: any[]) => any;
    before(count: number, what: Function): (...args: any[]) => any;
    wrap(what: Function, by: (inner: any, ...args: any[]) => any): (...args: any[]) => any;
    negate(what: (...args: any[]) => any): (...args: any[]) => boolean;
    compose(...functions: Function[]): (...args: any[]) => any;
    restArguments(what: Function, from?: number): (...args: any[]) => any;
    /** Throws: there are no timers in a canary. */
    delay(what: Function, wait: number, ...args: any[]): any;
    /** Throws: there are no timers in a canary. */
    defer: any;
    /** Throws when a timer is wanted: there are none in a canary. */
    throttle<F extends Function>(what: F, wait: number, options?: object): F;
    /** Throws when called: there are no timers in a canary. */
    debounce<F extends Function>(what: F, wait: number, immediate?: boolean): F;
  }

  interface Objects {
    keys(object: any): string[];
    allKeys(object: any): string[];
    values<T>(object: Dictionary<T>): T[];
    values(object: any): any[];
    mapObject<T, R>(object: Dictionary<T>, what: (value: T, key: string) => R, self?: any): Dictionary<R>;
    mapObject(object: any, what: any, self?: any): Dictionary<any>;
    pairs<T>(object: Dictionary<T>): Array<[string, T]>;
    pairs(object: any): Array<[string, any]>;
    invert(object: any): Dictionary<string>;
    create(prototype: any, properties?: object): any;
    functions(object: any): string[];
    methods(object: any): string[];
    findKey<T>(object: Dictionary<T>, which: Iteratee<T>, self?: any): string | undefined;
    extend<T, U>(target: T, source: U): T & U;
    extend(target: any, ...sources: any[]): any;
    assign: Objects['extend'];
    extendOwn: Objects['extend'];
    defaults<T, U>(object: T, defaults: U): T & U;
    defaults(object: any, ...defaults: any[]): any;
    pick<T, K extends keyof T>(object: T, ...names: K[]): Pick<T, K>;
    pick(object: any, ...which: any[]): any;
    omit<T, K extends keyof T>(object: T, ...names: K[]): Omit<T, K>;
    omit(object: any, ...which: any[]): any;
    clone<T>(object: T): T;
    tap<T>(object: T, what: (object: T) => void): T;
    has(object: any, path: Key | Key[]): boolean;
    get(object: any, path: Key | Key[], instead?: any): any;
    property(path: Key | Key[]): (object: any) => any;
    propertyOf(object: any): (path: Key | Key[]) => any;
    matcher(properties: object): (object: any) => boolean;
    matches: Objects['matcher'];
    isEqual(a: any, b: any): boolean;
    isMatch(object: any, properties: object): boolean;
    isEmpty(value: any): boolean;
    isElement(value: any): boolean;
    isArray(value: any): value is any[];
    isObject(value: any): value is object;
    isArguments(value: any): boolean;
    isFunction(value: any): value is Function;
    isString(value: any): value is string;
    isNumber(value: any): value is number;
    isFinite(value: any): boolean;
    isBoolean(value: any): value is boolean;
    isDate(value: any): value is Date;
    isRegExp(value: any): value is RegExp;
    isError(value: any): value is Error;
    isSymbol(value: any): value is symbol;
    isMap(value: any): boolean;
    isWeakMap(value: any): boolean;
    isSet(value: any): boolean;
    isWeakSet(value: any): boolean;
    isArrayBuffer(value: any): value is ArrayBuffer;
    isDataView(value: any): value is DataView;
    isTypedArray(value: any): boolean;
    isNaN(value: any): boolean;
    isNull(value: any): value is null;
    isUndefined(value: any): value is undefined;
  }

  interface Utilities {
    VERSION: string;
    identity<T>(value: T): T;
    constant<T>(value: T): () => T;
    noop(...args: any[]): void;
    times<R>(count: number, what: (index: number) => R, self?: any): R[];
    random(most: number): number;
    random(least: number, most: number): number;
    mixin(functions: object): any;
    iteratee(value: any, self?: any): (...args: any[]) => any;
    uniqueId(prefix?: string): string;
    escape(text: string): string;
    unescape(text: string): string;
    result(object: any, path: Key | Key[], instead?: any): any;
    now(): number;
    /** Text with `<%= … %>` and `<% … %>` in it, as a function of the values. */
    template(text: string, settings?: object): (values?: object) => string;
    templateSettings: { evaluate?: RegExp; interpolate?: RegExp; escape?: RegExp };
    toPath(path: Key | Key[]): Key[];
    /** Wraps a value so that all functions here are its methods, until `.value()` gives the result. */
    chain(value: any): any;
  }

  interface Static extends Collections, Arrays, Functions, Objects, Utilities {
    /** Wraps a value so that all functions here are its methods. */
    (value: any): any;
    /** Underscore itself. */
    _: Static;
  }
}

/**
 * Underscore. It makes up for much that ES5 lacks.
 * @example
 * var down = _.where(http.get('http://127.0.0.1:8080/api/v1/tests').json('tests'), { state: 'down' });
 */
declare var _: Underscore.Static;

declare module 'underscore' {
  const underscore: Underscore.Static & { default: Underscore.Static };
  export = underscore;
}
