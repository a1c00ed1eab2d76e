// How texts inside values are quoted.
console.log(['plain', "it's", 'say "x"', 'both \' and "', 'all \' " `', 'back\\slash', 'line\nbreak', 'tab\t', '\u0000\u0001\u001f\u007f', '']);
console.log({ "it's": 1, 'a-b': 2, 'a b': 3, '1a': 4, valid_name: 5, $dollar: 6, 'ünï': 7, '': 8, 10: 9, '01': 10 });
console.log(['\u00e9\u20ac', '日本']);
