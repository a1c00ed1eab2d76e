// Of two refusals the first counts, caught or not.
// error: 3:18: settings has no key 'a'; it has name, defaults and http
try { settings({ a: 1 }) } catch (e) {}
settings({ b: 2 });
