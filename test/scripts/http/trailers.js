// What a server says after a chunked body.
// expect: pass
// timeout: 5s

var response = http.get('__TARGET__/trailers');
if (response.body !== 'some' || response.trailers['X-Sum'][0] !== '4') throw new Error(JSON.stringify(response.trailers));
if (response.header('X-Sum') !== undefined) throw new Error('among the headers');
if (_.keys(http.get('__TARGET__/html').trailers).length !== 0) throw new Error('none');
