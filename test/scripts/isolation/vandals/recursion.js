// Ends when its stack does.
// expect: fail
// class: limit
var depth = 0;
function down(list) { depth++; String.prototype['left' + depth % 50] = list; return [1].map(function () { return down([list]); }); }
down([]);
