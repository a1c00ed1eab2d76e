// The environment: what is unset is empty.
log.info('[' + std.os.getenv('CANARY_NOT_SET_ANYWHERE') + ']', '[' + std.os.getenv('') + ']', '[' + std.os.getenv('a=b') + ']', '[' + std.os.getenv('x\u0000y') + ']', typeof std.os.getenv('PATH'));
[undefined, null, 5, {}, Symbol('x')].forEach(function (n) { try { std.os.getenv(n); log.info('taken'); } catch (e) { log.info(e.name + ': ' + e.message); } });
