// What a batch cannot be made of.
// expect: pass
// timeout: 5s

function refused(requests, words) {
  try {
    http.batch(requests);
  } catch (e) {
    if (!(e instanceof TypeError) || e.message.indexOf(words) < 0) throw new Error('another: ' + e);
    return;
  }
  throw new Error('accepted: ' + words);
}
refused(undefined, 'http.batch: the requests (argument 1) must be an array, not undefined');
refused('http://127.0.0.1:1/', 'must be an array, not a string');
refused([5], 'http.batch: requests[0]: a request must be a URL, or an object such as');
refused([['GET', 'http://127.0.0.1:1/']], 'not an array');
refused(['http://127.0.0.1:1/', { method: 'GET' }], 'http.batch: requests[1]: a request has no url');
refused([{ url: 5 }], 'http.batch: requests[0]: the url of a request must be a string, not a number');
refused([{ url: 'http://127.0.0.1:1/', timout: 1 }], "there is no option 'timout'; did you mean 'timeout'?");
refused([{ url: 'http://127.0.0.1:1/', body: 'a', form: {} }], "'body' and 'form'");
refused(_.times(1001, function () { return 'http://127.0.0.1:1/'; }), 'more than 1,000 requests');
