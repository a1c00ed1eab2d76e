// A default with a value that is none.
// error: 3:34: timeout: 'soon' is not a duration: a number is missing (write for example '30s', '1m30s' or '250ms')
settings({ defaults: { timeout: 'soon' } });
