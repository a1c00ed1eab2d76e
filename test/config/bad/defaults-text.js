// Defaults that are no object.
// error: 3:12: settings: defaults must be an object
settings({ defaults: '1m' });
