// Shows: options.throw, by which a request without an answer fails the run
// Gives: fails: GET http://127.0.0.1:1/ failed: connect to 127.0.0.1:1 refused
import http from 'k6/http';

export const options = { throw: true };

export default () => { http.get('http://127.0.0.1:1/'); };
