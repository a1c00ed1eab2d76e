// Which canaries run, and how often. Paths are relative to the daemon's --work.dir: run canaryctl in this folder.

settings({
  name: '@NAME@',
  defaults: { frequency: '1m', timeout: '20s' }
});

register_test({ name: 'hello' }, file('canaries/hello.@EXTENSION@'));

// Rests until there is an address to ask.
register_test({ name: 'front page', paused: !std.os.getenv('TARGET') }, file('canaries/front-page.@EXTENSION@'));
