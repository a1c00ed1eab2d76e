// `_` is one object; its replacement is of this run.
print(_ === globalThis._, _ === _, typeof globalThis._);
_.extra = 1;
print(_.extra, delete _.extra, _.extra);
var keep = _;
_ = 'replaced';
print(_, globalThis._, keep.first([5]));
_ = keep;
print(_.last([6]), delete globalThis._ || true);
