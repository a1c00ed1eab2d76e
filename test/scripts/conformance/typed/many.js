// Many buffers, some of them large, made and dropped.
var sum = 0;
for (var i = 0; i < 300; i++) { var t = new Float64Array(i * 10 + 1); t[i * 10] = i; sum += t[i * 10] + t.length + (t[0] === 0 || i === 0 ? 0 : 1e9); }
print(sum);
var big = new Uint8Array(1000000);
for (i = 0; i < big.length; i += 1000) big[i] = i;
print(big.length, big[5000], big.subarray(999000).length, [].reduce.call(big.subarray(0, 20000), function (a, b) { return a + b; }, 0));
var views = [];
for (i = 0; i < 200; i++) views.push(new Uint8Array(big.buffer, i * 1000, 1000));
print(views.every(function (v, i) { return v[0] === (i * 1000) % 256 && v.buffer === big.buffer; }));
