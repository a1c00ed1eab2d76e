// A long pattern that is not too long.
// expect: pass
// log: word9999

var words = _.range(9000, 10000).map(function (n) { return 'word' + n; });
console.log(new RegExp('^(?:' + words.join('|') + ')$').exec('word9999')[0]);
