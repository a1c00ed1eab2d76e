// Options and names that objects have of their own.
// expect: fail
// class: connect
// timeout: 2s

http.get('http://127.0.0.1:1/', JSON.parse('{"query": {"__proto__": "x", "constructor": "y"}, "resolve": {"__proto__": "::1"}, "headers": {"__proto__": "z"}}'));
