// Fields hold what JSON can hold.
// expect: pass
// log: types
// fields: {"integer": 3, "fraction": 1.5, "text": "x", "yes": true, "nothing": null, "list": [1, "b"], "tree": {"leaf": 1}}

log.kv({ integer: 3, fraction: 1.5, text: 'x', yes: true, nothing: null }).kv({ list: [1, 'b'], tree: { leaf: 1 } })
  .info('types');
