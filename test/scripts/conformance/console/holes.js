// Arrays with holes and with extra properties.
console.log([, ], [, , ], [1, , 3], [, 1], [1, , , , 5, , ]);
var a = [1, 2];
a.name = 'extra'; a['a key'] = 1; a[-1] = 'minus';
console.log(a);
var sparse = [];
sparse[5] = 'five';
console.log(sparse, new Array(3), [undefined, , null]);
console.log(new Array(200), [1].concat(new Array(150)));
