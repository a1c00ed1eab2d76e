// Compares our GraphQL with the reference implementation: the same queries (queries.json) about the same runs
// (runs.json) against the same schema (schema.graphql) must give the same data, and errors with the same messages,
// places and paths.
//
//     node run.mjs path/to/graphql_probe
//
// A query whose answers are to differ says why, under `difference`, and what ours is; it fails once they agree.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  buildSchema, execute, getIntrospectionQuery, GraphQLError, GraphQLSchema, Kind, MaxIntrospectionDepthRule, parse,
  print, specifiedRules, validate,
} from 'graphql';

const file = (name) => new URL(name, import.meta.url).pathname;
const json = (name) => JSON.parse(readFileSync(file(name), 'utf8'));

const registered = [{
  name: 'login', description: '', owner: 'shop', runbook: 'https://wiki.example/login',
  labels: [{ name: 'team', value: 'a=b' }, { name: 'tier', value: '1' }],
}];
// What a list of 'name=value' and 'name' asks of a registered test.
const labelled = (label) => {
  const wanted = (label ?? []).map((text) => {
    const [, name, , value] = /^([^=]*)(=(.*))?$/s.exec(text);
    if (!/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(name))
      throw new Error(`\`label\` cannot be ${JSON.stringify(text)}: write name=value or name, where the name is one of a label.`);
    return { name, value };
  });
  return (test) => wanted.every(({ name, value }) =>
    test?.labels.some((l) => l.name === name && (value === undefined || l.value === value)));
};

const runs = json('runs.json')
  .map((r) => ({
    ...r,
    registered_test: registered.find(({ name }) => name === r.name),
    pass: { passed: true, failed: false, interrupted: false }[r.status],
  }))
  .sort((a, b) => (a.id < b.id ? 1 : -1));

// Nothing with input objects is served, so neither is @oneOf.
const built = buildSchema(readFileSync(file('schema.graphql'), 'utf8'));
const schema = new GraphQLSchema({
  ...built.toConfig(),
  directives: built.getDirectives().filter((d) => d.name !== 'oneOf'),
});

const isTime = (t) => typeof t === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(t);
const time = schema.getType('Time');
const noTime = (shown, nodes) =>
  new GraphQLError(`Time cannot represent value: ${shown}, which is no RFC 3339 time`, { nodes });
time.parseValue = (given) => {
  if (!isTime(given)) throw noTime(JSON.stringify(given));
  return given;
};
time.parseLiteral = (node) => {
  if (node.kind !== Kind.STRING || !isTime(node.value)) throw noTime(print(node), node);
  return node.value;
};

const uuid = (text) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new Error(`${JSON.stringify(text)} is not the id of a run, which is a UUID.`);
  return text.toLowerCase();
};
const classes = ['dns', 'connect', 'tls', 'timeout', 'http', 'assert', 'script', 'limit', 'exec', 'interrupted'];
const login = (made) => ({ name }) => {
  if (name !== 'login') throw new Error(`there is no test named '${name}'`);
  return { name, ...made };
};
const root = {
  page({ name, status, class: kind, label, since, until, first, after }) {
    const fits = labelled(label);
    if (status != null && !['running', 'passed', 'failed', 'interrupted', 'skipped'].includes(status))
      throw new Error(`${JSON.stringify(status)} is not a status: those are running, passed, failed, interrupted and skipped.`);
    if (kind != null && !classes.includes(kind))
      throw new Error(`${JSON.stringify(kind)} is not a class: those are ${classes.slice(0, -1).join(', ')} and interrupted.`);
    first ??= 100;
    if (first < 1 || first > 1000) throw new Error(`\`first\` must be from 1 to 1000, and is ${first}.`);
    const before = after != null ? uuid(after) : undefined;
    return runs
      .filter((r) => name == null || r.name === name)
      .filter((r) => !label?.length || (r.registered_test && fits(r.registered_test)))
      .filter((r) => status == null || r.status === status)
      .filter((r) => kind == null || r.class === kind)
      .filter((r) => since == null || new Date(r.start_at) >= new Date(since))
      .filter((r) => until == null || new Date(r.start_at) < new Date(until))
      .filter((r) => before === undefined || r.id < before);
  },
  tests: (args) => root.page(args).slice(0, args.first ?? 100),
  runs(args) {
    const all = root.page(args);
    const nodes = all.slice(0, args.first ?? 100);
    return {
      nodes,
      edges: nodes.map((node) => ({ cursor: node.id, node })),
      pageInfo: {
        hasNextPage: all.length > nodes.length,
        hasPreviousPage: args.after != null,
        startCursor: nodes[0]?.id,
        endCursor: nodes.at(-1)?.id,
      },
    };
  },
  registeredTests({ name, label, first, after }) {
    const fits = labelled(label);
    const list = registered.filter(fits).filter((t) => name == null || t.name === name);
    first ??= 100;
    if (first < 1 || first > 1000) throw new Error(`\`first\` must be from 1 to 1000, and is ${first}.`);
    const at = after == null ? -1 : list.findIndex((t) => t.name === after);
    if (after != null && at < 0) throw new Error(`\`after\` names no test of this list: ${JSON.stringify(after)}.`);
    return list.slice(at + 1, at + 1 + first);
  },
  runTest: login({ id: '0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55' }),
  pauseTest: login({ state: 'paused', paused: true }),
  resumeTest: login({ state: 'up', paused: false }),
  startMaintenance: (given) => login({ state: 'maintenance', paused: false, maintenance: {
    since: '2026-01-01T00:00:00Z', until: given.until ?? '2026-01-01T02:00:00Z', reason: given.reason || null, by: 'deploy' } })(given),
  endMaintenance: login({ state: 'up', paused: false }),
  test({ id }) {
    const wanted = uuid(id);
    return runs.find((r) => r.id === wanted);
  },
  ongoingTests: () => runs.filter((r) => r.status === 'running').reverse(),
};

// Introspection's own depth rule is a recommendation beyond the specification; our limit on cost does its work.
const rules = specifiedRules.filter((rule) => rule !== MaxIntrospectionDepthRule);

function reference({ query, variables, operationName }) {
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return { errors: [error] };
  }
  const errors = validate(schema, document, rules);
  if (errors.length > 0) return { errors };
  return execute({ schema, document, rootValue: root, variableValues: variables, operationName });
}

// The specification's own types and directives are described in our own words, and types may be listed in any order.
function comparable(data) {
  if (Array.isArray(data)) return data.map(comparable);
  if (data === null || typeof data !== 'object') return data;
  const out = {};
  for (const [key, value] of Object.entries(data)) {
    out[key] = comparable(value);
    if (key === 'types' && Array.isArray(value)) out[key].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
  return out;
}
const standard = new Set(['String', 'Int', 'Float', 'Boolean', 'ID', ...schema.getDirectives().map((d) => d.name)]);
function withoutStandardDescriptions(data) {
  const strip = (value) => {
    if (value === null || typeof value !== 'object') return;
    if ('description' in value) value.description = null;
    Object.values(value).forEach(strip);
  };
  for (const one of [...(data?.__schema?.types ?? []), ...(data?.__schema?.directives ?? [])])
    if (one.name?.startsWith('__') || standard.has(one.name)) strip(one);
  return data;
}

// What is compared, in one order: data with its order of keys, errors without theirs.
function shape(response) {
  const plain = JSON.parse(JSON.stringify(response));
  const errors = (plain.errors ?? []).map((e) => JSON.stringify([e.message, e.locations ?? [], e.path ?? []])).sort();
  const data = 'data' in plain ? withoutStandardDescriptions(comparable(plain.data)) : 'none';
  return JSON.stringify({ data, errors }, null, 1);
}

const queries = json('queries.json');
for (const q of queries)
  if (q.introspection)
    q.query = getIntrospectionQuery({
      specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true,
      oneOf: true, experimentalDirectiveDeprecation: true,
    });

const probe = process.argv[2];
if (!probe) {
  console.error('usage: node run.mjs path/to/graphql_probe');
  process.exit(2);
}
const sent = JSON.stringify(queries);
const ours = JSON.parse(execFileSync(probe, [file('runs.json')], { input: sent, maxBuffer: 1 << 26 }));

let failed = 0;
let differences = 0;
queries.forEach((query, i) => {
  const expected = shape(reference(query));
  const got = shape(ours[i]);
  const complain = (what, wanted) => {
    ++failed;
    console.error(`${what}: ${query.name}\n${query.query}\n--- wanted\n${wanted}\n--- ours\n${got}\n`);
  };
  if (!query.difference) {
    if (got !== expected) complain('differs from the reference', expected);
    return;
  }
  ++differences;
  if (got === expected) complain('listed as a difference and is none', expected);
  if (got !== shape(query.difference.ours)) complain('differs otherwise than listed', shape(query.difference.ours));
});
console.log(`${queries.length} queries, ${differences} listed differences, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
