// Texts that lie between two numbers are read as the nearer, and of two equally near as the even one.
['9007199254740993', '9007199254740995', '1e23', '8.41e21', '123456789012345678', '0.1', '2.5', '1.00000000000000011102230246251565'].forEach(function (t) { print(t, Number(t), parseFloat(t)); });
