// zip, unzip, object, chunk, range.
print(_.zip(['a', 'b'], [1, 2], [true]), _.unzip([['a', 1], ['b', 2]]), _.zip(), _.unzip([]), _.zip([1], []), _.object(['a', 'b'], [1, 2]), _.object([['a', 1], ['b', 2]]), _.object(['a', 'b'], [1]), _.object([]), _.object(null));
print(_.chunk(_.range(7), 3), _.chunk([], 2), _.chunk([1, 2], 0), _.chunk([1, 2], 5), _.range(5), _.range(1, 5), _.range(0, 20, 5), _.range(0, -5), _.range(0, -6, -2), _.range(0), _.range(3, 3), _.range(5, 0), _.range(0, 5, -1), _.range(0.5, 3));
