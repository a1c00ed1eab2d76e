// A default that there is not.
// error: 3:24: defaults has no key 'tiemout'; did you mean 'timeout'?
settings({ defaults: { tiemout: '5s' } });
