// Watches that no file system is nearly full, by asking a program of the machine.
//
// Running programs is off unless the daemon is told otherwise, so this canary is not in config/config.js. Try it:
//   canaryctl run --allow.exec scripts/disk-space.js

var most = 95; // per cent

var df = exec.run('df', ['-P', '-l', '-x', 'tmpfs', '-x', 'devtmpfs', '-x', 'squashfs', '-x', 'iso9660'],
  { env: { LC_ALL: 'C' }, timeout: '5s' });
if (df.code !== 0) log.kv('stderr', df.stderr).fail('df ended with ' + (df.signal || df.code));

// "Filesystem 1024-blocks Used Available Capacity Mounted on", and a line for each.
var systems = _.map(df.stdout.trim().split('\n').slice(1), function (line) {
  var words = line.split(/ +/);
  return { mounted: words.slice(5).join(' '), used: parseInt(words[4], 10) };
});
if (systems.length === 0) log.kv('stdout', df.stdout).fail('df lists no file system');

var full = _.filter(systems, function (system) { return system.used >= most; });
if (full.length > 0) {
  log.kv('full', full).fail(_.map(full, function (system) {
    return system.mounted + ' is ' + system.used + ' % full';
  }).join(', '));
}
log.kv('systems', systems.length).info('the fullest has ' + _.max(_.pluck(systems, 'used')) + ' %');
