// One long text in many fields: little to the script, and gigabytes to whoever copies them.
// expect: fail
// class: limit
// cause: a logger's fields are longer than 256 KiB

var s = new Array(100001).join('x'), fields = {};
for (var i = 0; i < 50000; ++i) fields['k' + i] = s;
log.kv(fields).info('shared');
