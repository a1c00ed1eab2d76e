// A hash table written in the language, with collisions and growth.
function Table() { this.buckets = [[], [], [], []]; this.size = 0; }
Table.hash = function (k) { var h = 5381; for (var i = 0; i < k.length; i++) h = (h * 33 ^ k.charCodeAt(i)) >>> 0; return h; };
Table.prototype.set = function (k, v) { var b = this.buckets[Table.hash(k) % this.buckets.length]; for (var i = 0; i < b.length; i++) if (b[i][0] === k) { b[i][1] = v; return; } b.push([k, v]); if (++this.size > this.buckets.length * 2) this.grow(); };
Table.prototype.get = function (k) { var b = this.buckets[Table.hash(k) % this.buckets.length]; for (var i = 0; i < b.length; i++) if (b[i][0] === k) return b[i][1]; };
Table.prototype.grow = function () { var old = this.buckets, n = old.length * 2, self = this; this.buckets = []; while (n--) this.buckets.push([]); this.size = 0; old.forEach(function (b) { b.forEach(function (e) { self.set(e[0], e[1]); }); }); };
var t = new Table();
for (var i = 0; i < 2500; i++) t.set('k' + i, i);
for (i = 0; i < 2500; i += 2) t.set('k' + i, -i);
for (var ok = 0, j = 0; j < 2500; j++) if (t.get('k' + j) === (j % 2 ? j : -j)) ok++;
print(ok, t.size, t.buckets.length, t.get('none'));
