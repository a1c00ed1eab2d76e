// Values as responses have them.
console.log({ id: 17, name: 'canary', tags: ['a', 'b'], owner: { login: 'bird', id: 3, admin: false }, created: null, ratio: 0.25 });
console.log('response', { code: 200, headers: { 'Content-Type': ['application/json'], 'Content-Length': ['17'] }, body: '{"ok":true}' });
console.log([{ name: 'a', ok: true }, { name: 'b', ok: false, why: 'timeout after 5s' }]);
console.log('items:', [1, 2, 3].length, 'first:', { id: 1 }, 'last:', [{ id: 3 }]);
console.log({ error: null, data: { rows: [[1, 'x', null], [2, 'y', undefined]], total: 2 } });
