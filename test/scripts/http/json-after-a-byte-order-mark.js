// A body may begin with a byte order mark, and is JSON nevertheless; an empty one is none.
// expect: fail
// class: http
// cause: is not JSON: it is empty
// timeout: 5s
// at: 12

var response = http.get('__TARGET__/json');
response.body = '\uFEFF' + response.body;
if (response.json('name') !== 'canary') throw new Error(response.body);
response.body = '';
response.json();
