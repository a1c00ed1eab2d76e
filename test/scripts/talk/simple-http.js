var resp = http.do('GET', '__TARGET__', {}, '');

log.kv('body', resp.body).info('got a response');
