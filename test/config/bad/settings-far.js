// A setting that resembles none.
// error: 3:12: settings has no key 'colour'; it has name, defaults and http
settings({ colour: 'red' });
