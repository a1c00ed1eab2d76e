// What the engine's own library has beyond ECMAScript 5.

interface ObjectConstructor {
  assign<T, U>(target: T, source: U): T & U;
  assign(target: object, ...sources: any[]): any;
  is(a: any, b: any): boolean;
  setPrototypeOf(object: any, prototype: object | null): any;
  getOwnPropertySymbols(object: any): symbol[];
}

interface String {
  codePointAt(position: number): number | undefined;
  includes(text: string, position?: number): boolean;
  startsWith(text: string, position?: number): boolean;
  endsWith(text: string, end?: number): boolean;
  repeat(count: number): string;
}

interface StringConstructor {
  fromCodePoint(...points: number[]): string;
}

interface NumberConstructor {
  readonly EPSILON: number;
  readonly MAX_SAFE_INTEGER: number;
  readonly MIN_SAFE_INTEGER: number;
  isFinite(value: unknown): boolean;
  isInteger(value: unknown): boolean;
  isNaN(value: unknown): boolean;
  isSafeInteger(value: unknown): boolean;
  parseFloat(text: string): number;
  parseInt(text: string, radix?: number): number;
}

interface Math {
  cbrt(x: number): number;
  clz32(x: number): number;
  hypot(...values: number[]): number;
  imul(a: number, b: number): number;
  log10(x: number): number;
  log2(x: number): number;
  sign(x: number): number;
  trunc(x: number): number;
}

interface RegExp {
  readonly flags: string;
}

interface SymbolConstructor {
  (description?: string | number): symbol;
  for(key: string): symbol;
  keyFor(symbol: symbol): string | undefined;
  readonly hasInstance: unique symbol;
  readonly isConcatSpreadable: unique symbol;
  readonly iterator: unique symbol;
  readonly toPrimitive: unique symbol;
  readonly toStringTag: unique symbol;
}

declare var Symbol: SymbolConstructor;

interface ProxyHandler<T extends object> {
  get?(target: T, name: string | symbol, receiver: any): any;
  set?(target: T, name: string | symbol, value: any, receiver: any): boolean;
  has?(target: T, name: string | symbol): boolean;
  deleteProperty?(target: T, name: string | symbol): boolean;
  ownKeys?(target: T): Array<string | symbol>;
  apply?(target: T, self: any, args: any[]): any;
  construct?(target: T, args: any[]): object;
}

interface ProxyConstructor {
  new <T extends object>(target: T, handler: ProxyHandler<T>): T;
}

declare var Proxy: ProxyConstructor;

declare namespace Reflect {
  function apply(what: Function, self: any, args: ArrayLike<any>): any;
  function construct(what: Function, args: ArrayLike<any>): any;
  function defineProperty(object: object, name: string | symbol, how: PropertyDescriptor): boolean;
  function deleteProperty(object: object, name: string | symbol): boolean;
  function get(object: object, name: string | symbol, receiver?: any): any;
  function getOwnPropertyDescriptor(object: object, name: string | symbol): PropertyDescriptor | undefined;
  function getPrototypeOf(object: object): object | null;
  function has(object: object, name: string | symbol): boolean;
  function isExtensible(object: object): boolean;
  function ownKeys(object: object): Array<string | symbol>;
  function preventExtensions(object: object): boolean;
  function set(object: object, name: string | symbol, value: any, receiver?: any): boolean;
  function setPrototypeOf(object: object, prototype: object | null): boolean;
}

interface TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array;
}

declare var TextEncoder: { new (): TextEncoder };

interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}

declare var TextDecoder: { new (encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder };

declare var performance: { now(): number };
