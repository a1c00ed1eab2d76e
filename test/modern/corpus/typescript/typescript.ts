//// annotations
const f = (a: number, b?: string): string => a + (b ?? ''); console.log(f(1), f(1, 'x'));
//// interfaces
interface A { x: number; m?(): void } const a: A = { x: 1 }; console.log(a.x);
//// types
type T = { a: string } | null; const t: T = { a: 'x' }; console.log(t!.a);
//// generics
function first<T extends { length: number }>(a: T[]): T | undefined { return a[0]; } console.log(first(['x']));
//// enums
enum Colour { Red, Green = 5, Blue } console.log(Colour.Red, Colour.Blue, Colour[5]);
//// enums of texts
enum E { A = 'a', B = 'b' } console.log(E.A, Object.keys(E));
//// const enums
const enum E { A = 1, B = A << 2 } console.log(E.B);
//// parameter properties
class A { constructor(private readonly x: number, public y = 2) { } sum() { return this.x + this.y; } } console.log(new A(1).sum());
//// visibility
class A { private x = 1; protected y = 2; readonly z = 3; get all(): number { return this.x + this.y + this.z; } } console.log(new A().all);
//// abstract
abstract class A { abstract m(): number; twice() { return this.m() * 2; } } class B extends A { m() { return 4; } } console.log(new B().twice());
//// namespaces
namespace N { export const x = 1; export function f() { return x + 1; } } console.log(N.f());
//// assertions
const x = '5' as unknown as number; console.log(typeof x, (<any>x).length);
//// non null
const m = new Map<string, number>([['a', 1]]); console.log(m.get('a')!.toFixed(1));
//// satisfies
const c = { a: 1 } satisfies Record<string, number>; console.log(c.a);
//// overloads
function f(a: string): string; function f(a: number): number; function f(a: any) { return a; } console.log(f(1), f('x'));
//// this parameters
function f(this: { v: number }) { return this.v; } console.log(f.call({ v: 2 }));
//// declare
declare const notThere: string; console.log(typeof notThere);
//// type imports
import type { X } from './types'; const x: X | number = 1; console.log(x);
//// guards
function isText(x: unknown): x is string { return typeof x === 'string'; } const v: unknown = 'a'; if (isText(v)) console.log(v.length);
//// index signatures
const o: { [k: string]: number } = {}; o['a'] = 1; console.log(o.a);
//// tuples
const t: [number, ...string[]] = [1, 'a', 'b']; const [n, ...rest] = t; console.log(n, rest);
//// optional members
interface P { a?: { b?: number } } const p: P = {}; console.log(p.a?.b ?? 'none');
//// async with types
async function f(): Promise<number> { return 1; } f().then((n: number) => console.log(n));
//// an exported test
export default async function (): Promise<void> { const xs: number[] = await Promise.all([1, 2]); console.log(xs); }
//// decorators
function log(value: any, context: any) { console.log(context.kind, String(context.name)); return value; } class A { @log m() { return 1; } } console.log(new A().m());
//// mapped types
type R<T> = { readonly [K in keyof T]: T[K] }; const r: R<{ a: number }> = { a: 1 }; console.log(r.a);
//// accessors with types
class A { #v = 0; get v(): number { return this.#v; } set v(n: number) { this.#v = n; } } const a = new A(); a.v = 3; console.log(a.v);
//// generics in arrows
const id = <T,>(x: T): T => x; console.log(id(1));
//// template literal types
type U = `/${string}`; const u: U = '/a'; console.log(u);
//// fields without values
class A { x?: number; y!: string; } console.log(Object.keys(new A()));
//// an error of one's own
class HttpError extends Error { constructor(readonly code: number) { super(`code ${code}`); } } try { throw new HttpError(500); } catch (e) { if (e instanceof HttpError) console.log(e.code, e.message); }
//// wrong types are no matter
const n: number = 'text' as any; console.log(n);
//// an assignment to const refused
const n: number = 1; (n as any) = 2; n = 3;
//// a wrong syntax refused
const n: = 1; console.log(n);
//// unknown in catch
try { throw new Error('q'); } catch (e: unknown) { console.log((e as Error).message); }
//// exhaustive
type S = { k: 'a'; x: number } | { k: 'b' }; const f = (s: S) => { switch (s.k) { case 'a': return s.x; case 'b': return 0; } }; console.log(f({ k: 'a', x: 4 }));
//// assert functions
function ok(x: unknown): asserts x { if (!x) throw new Error('no'); } ok(1); console.log('ok');
//// an import that is a value is not there
import { x } from './nowhere'; console.log(x);
