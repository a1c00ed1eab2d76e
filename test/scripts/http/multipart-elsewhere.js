// Files outside of the work directory are not sent, and neither is what is no file.
// expect: fail
// class: script
// cause: the file '../../etc/passwd' cannot be sent: it does not lie in the work directory
// timeout: 5s

var target = '__TARGET__';
function refused(path, words) {
  try {
    http.post(target + '/echo', null, { multipart: { f: { file: path } } });
  } catch (e) {
    if (e['class'] !== 'script' || e.message.indexOf("the file '" + path + "' cannot be sent: " + words) !== 0) throw e;
    return;
  }
  throw new Error('sent: ' + path);
}
refused('/etc/passwd', 'it does not lie in the work directory');
refused('http/../../e2e/echo.mjs', 'it does not lie in the work directory');
refused('http/absent.txt', 'it is not there');
refused('http', 'it is not a regular file');
refused('/proc/self/environ', 'it does not lie in the work directory');
refused('a\u0000b', 'its name holds a zero byte');
http.post(target + '/echo', null, { multipart: { f: { file: '../../etc/passwd' } } });
