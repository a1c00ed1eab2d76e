// An editor: talks to TypeScript's language server as VS Code does.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** `ask(command, arguments)` gives the server's answer; `close()` ends it. */
export function startEditor() {
  const server = spawn(process.execPath, [path.join(process.env.TYPESCRIPT, 'lib/tsserver.js'), '--disableAutomaticTypingAcquisition'],
    { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map();
  let said = Buffer.alloc(0), last = 0;
  server.stdout.on('data', (piece) => {
    said = Buffer.concat([said, piece]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(said.subarray(0, 64).toString('latin1'));
      if (!head || said.length < head[0].length + Number(head[1])) return;
      const end = head[0].length + Number(head[1]);
      const message = JSON.parse(said.subarray(head[0].length, end).toString());
      said = said.subarray(end);
      if (message.type === 'response') waiting.get(message.request_seq)?.(message);
    }
  });
  const send = (command, args) => {
    server.stdin.write(`${JSON.stringify({ seq: ++last, type: 'request', command, arguments: args })}\n`);
    return last;
  };
  return {
    /** Those of the server's commands that have no answer. */
    tell: send,
    async ask(command, args) {
      const answer = new Promise((done) => waiting.set(send(command, args), done));
      const { success, message, body } = await answer;
      if (!success) throw new Error(`${command}: ${message}`);
      return body;
    },
    close: () => server.kill(),
  };
}

/** Where in a file the end of the first `text` is. */
export function endOf(file, text) {
  const whole = fs.readFileSync(file, 'utf8');
  if (!whole.includes(text)) throw new Error(`${file} has no ${text}`);
  const before = whole.slice(0, whole.indexOf(text) + text.length).split('\n');
  return { file, line: before.length, offset: before.at(-1).length + 1 };
}
