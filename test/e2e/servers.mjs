// Real servers for the tests of this folder, on free ports of loopback.
import { connect } from 'node:net';
import { join } from 'node:path';

import { folder, free_port, launch, until } from './daemon.mjs';

function listens(port) {
  return new Promise((known) => {
    const socket = connect(port, '127.0.0.1', () => known(true))
      .on('connect', () => socket.destroy()).on('error', () => known(false));
  });
}

function end_with(t, child) {
  t.after(async () => {
    child.kill('SIGTERM');
    await child.ended;
  });
}

/// nginx with these lines in its http block, in which PORT is its port; `files` lie in its folder. Gives its URL.
export async function nginx(t, http, files = {}) {
  const port = await free_port();
  const path = folder(t, {
    ...files,
    'nginx.conf': `daemon off; master_process off; pid nginx.pid; error_log stderr;
      events {}
      http {
        access_log off; client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        types { text/plain txt; text/html html; application/json json; }
        ${http.replaceAll('PORT', String(port))}
      }` });
  const server = launch('nginx', ['-p', `${path}/`, '-c', join(path, 'nginx.conf'), '-e', 'stderr'], { cwd: path });
  end_with(t, server);
  await until('nginx listens', () => listens(port));
  return `http://127.0.0.1:${port}`;
}

/// tinyproxy that wants `me` and `pw`. Gives its address, host:port, and what it has logged.
export async function tinyproxy(t) {
  const port = await free_port();
  const path = folder(t, {
    'tinyproxy.conf': `Port ${port}\nListen 127.0.0.1\nTimeout 20\nMaxClients 20\nLogLevel Connect\nBasicAuth me pw\n` });
  const server = launch('tinyproxy', ['-d', '-c', join(path, 'tinyproxy.conf')], { cwd: path });
  end_with(t, server);
  await until('tinyproxy listens', () => listens(port));
  return { address: `127.0.0.1:${port}`, log: () => server.said.stdout };
}
