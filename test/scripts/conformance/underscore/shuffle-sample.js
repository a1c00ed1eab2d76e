// shuffle and sample keep the members.
var list = _.range(50);
var shuffled = _.shuffle(list);
print(shuffled.length, _.sortBy(shuffled).join() === list.join(), list.join() === _.range(50).join(), _.contains(list, _.sample(list)), _.sample(list, 5).length, _.uniq(_.sample(list, 20)).length, _.sample([]), _.sample(list, 100).length, _.sample(list, 0), _.sample(list, -1), _.shuffle([]), _.shuffle({ a: 1 }), _.shuffle([7]));
