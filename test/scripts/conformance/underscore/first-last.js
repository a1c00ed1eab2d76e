// first, head, take, initial, last, rest, tail, drop.
var a = [5, 4, 3, 2, 1];
print(_.first(a), _.head(a, 2), _.take(a, 0), _.first([]), _.first(null), _.first(a, 99), _.initial(a), _.initial(a, 3), _.initial([]), _.last(a), _.last(a, 2), _.last([]), _.last(a, 99), _.rest(a), _.tail(a, 3), _.drop([], 1), _.rest(a, 99), _.first([], 2), _.map([[1, 2], [3]], _.first), _.last(null), _.last(null, 1));
