// Shows: html(), which canaryd does not have
// Gives: fails: canaryd has no html() of k6: look into the body with a regular expression, or ask an API of the page
import http from 'k6/http';

export default () => { http.get(`${__ENV.SITE}/`).html().find('h1'); };
