// exp, log, log2, log10 at exact points, and near ones to twelve digits.
print(Math.exp(0), Math.exp(-0), Math.exp(-Infinity), Math.exp(Infinity), Math.exp(NaN), Math.log(1), Math.log(0), Math.log(-0), Math.log(-1), Math.log(Infinity));
print(Math.log2(8), Math.log2(1), Math.log2(0), Math.log2(0.5), Math.log2(-1), Math.log2(1024), Math.log10(1000), Math.log10(1), Math.log10(0), Math.log10(-5));
[0.5, 2, 3.7, 10, 123.456].forEach(function (n) { print(n, Math.exp(n).toPrecision(12), Math.log(n).toPrecision(12), Math.log2(n).toPrecision(12), Math.log10(n).toPrecision(12)); });
