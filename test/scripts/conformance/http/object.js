// What http has; functions cannot be taken for constructors.
log.info(typeof http, typeof http.do, http.do.length >= 0, Object.prototype.toString.call(http));
try { new http.do('GET', 'http://127.0.0.1:1/'); } catch (e) { log.info(e.name); }
var keep = http.do;
http.do = 'replaced'; http.own = 1;
log.info(http.do, http.own, typeof keep, delete http.do, typeof http.do);
