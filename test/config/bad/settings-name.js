// A configuration's name that is no text.
// error: 3:12: settings: name must be a text
settings({ name: 7 });
