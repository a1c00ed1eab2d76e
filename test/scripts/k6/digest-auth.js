// Shows: authentication that canaryd does not have
// Gives: fails: canaryd has no auth: "digest" of k6: only "basic", with user and password in the URL
import http from 'k6/http';

export default () => { http.get(`${__ENV.SITE}/`, { auth: 'digest' }); };
