// Calls of Chai as its documents have them: they hold in a run, and scripts/types agrees.
var chai = require('chai');

function Maker() {}
Maker.prototype.go = function () {};
var counter = { n: 1 };
function count() {
  counter.n += 2;
}
function count_of() {
  return counter.n;
}
function fail() {
  throw new TypeError('no way');
}

expect([1, 2]).to.have.length(2).and.length.above(1);
expect([1]).to.have.lengthOf(1);
expect([1]).lengthOf.at.most(1);
expect('abc').to.include('b').and.a('string').with.length(3);
expect(2).to.be.gt(1).and.gte(2).and.lt(3).and.lte(2).and.greaterThan(1).and.lessThan(3).and.at.least(2).and.most(2);
expect(2).to.be.greaterThanOrEqual(2).and.lessThanOrEqual(2).and.within(1, 2).and.eq(2);
expect(1.02).to.be.approximately(1, 0.1).and.closeTo(1, 0.1).and.oneOf([1, 1.02]);
expect(fail).to.throw(TypeError, /way/).and.is.an('error');
expect(fail).throws('no');
expect(fail).not.to.Throw(RangeError);
expect([{ a: 1 }, 2]).to.deep.include.members([{ a: 1 }]);
expect([1, 2]).to.have.ordered.members([1, 2]);
expect({ a: { b: 1 } }).to.have.nested.property('a.b', 1);
expect({ a: 1, b: 2 }).to.contain.any.keys('a', 'z').and.have.all.keys({ a: 0, b: 0 }).and.keys(['a', 'b']);
expect({ a: 1 }).to.own.include({ a: 1 }).and.haveOwnProperty('a', 1);
expect({ a: 1 }).to.have.ownPropertyDescriptor('a');
expect(4).to.satisfy(function (/** @type {number} */ n) { return n > 3; });
expect(Maker).to.respondTo('go');
expect(Maker).itself.not.to.respondTo('go');
expect(count).to.increase(counter, 'n').by(2);
expect(count).to.change(count_of);
(function () { expect(arguments).to.be.arguments; })();

assert.increasesBy(count, counter, 'n', 2);
assert.increases(count, count_of);
assert.changes(count, counter, 'n');
assert.throws(fail, TypeError, 'no');
assert.throw(fail, 'no', 'told');
assert.doesNotThrow(count);
assert.operator(1, '<', 2);
assert.notDeepNestedPropertyVal({ a: { b: {} } }, 'a.b', 1);
assert.hasAllKeys({ a: 1 }, ['a']);
assert.sameDeepOrderedMembers([{}], [{}]);
assert.includeOrderedMembers([1, 2, 3], [1, 2]);
assert.typeOf('', 'string');
assert.isNotEmpty([1]);
assert.ifError(null);

assert.throws(function () { expect.fail(1, 2, 'both'); }, chai.AssertionError, 'both');
assert.throws(function () { assert.fail('only'); }, 'only');
assert.equal(new chai.AssertionError('x', { actual: 1, expected: 2 }).name, 'AssertionError');
chai.use(function (all) { all.Assertion.addProperty('odd', function () {}); });
assert.match(chai.version, /^\d/);
