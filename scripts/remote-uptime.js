// Watches that a machine lets its operators in, and is not overloaded: what an HTTP check cannot see.
//
// It needs a machine, so it is not in config/config.js, and --allow.exec. Once, and with the fingerprint compared:
//   ssh-keygen -t ed25519 -N '' -f canary-key               and canary-key.pub goes into its authorized_keys
//   ssh-keyscan shop.example.com > known_hosts
//   SHOP_HOST=shop.example.com canaryctl run --allow.exec scripts/remote-uptime.js

var host = std.os.getenv('SHOP_HOST');
if (!host) log.fail('SHOP_HOST does not say which machine to ask');

var answer = ssh.run(host, 'nproc; cat /proc/loadavg', {
  user: std.os.getenv('SHOP_USER') || 'canary',
  identity: 'canary-key',
  known_hosts: 'known_hosts',
  timeout: '10s'
});
if (answer.code !== 0) log.kv('stderr', answer.stderr).fail('the command ended with ' + answer.code);

var words = answer.stdout.split(/\s+/);
var processors = Number(words[0]), load = Number(words[1]);
log.kv({ host: host, processors: processors, load: load, milliseconds: answer.duration }).info('it answers');
if (!(load < 4 * processors)) log.fail(host + ' has a load of ' + load + ' on ' + processors + ' processors');
