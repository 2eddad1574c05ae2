/** A small client of the Language Server Protocol: messages with a header over the pipes of a process. */
'use strict';
const { spawn } = require('node:child_process');

/** Starts the server. `notified` hears its notifications, `asked` answers its requests, `ended` hears why it went away. */
function startClient([command, ...args], cwd, { notified, asked, ended }) {
  const child = spawn(command, args, { cwd });
  const waiting = new Map();
  let id = 0;
  let bytes = Buffer.alloc(0);
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const receive = (message) => {
    const answered = waiting.get(message.id);
    if (message.method === undefined && answered !== undefined) {
      waiting.delete(message.id);
      if (message.error) answered.reject(new Error(message.error.message));
      else answered.resolve(message.result);
    } else if (message.id === undefined) notified(message.method, message.params);
    else
      void asked(message.method, message.params).then((result) =>
        send({ id: message.id, result: result ?? null }),
      );
  };
  child.stdout.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1]);
      if (bytes.length < end + 4 + length) return;
      const body = bytes.toString('utf8', end + 4, end + 4 + length);
      bytes = bytes.subarray(end + 4 + length);
      receive(JSON.parse(body));
    }
  });
  const stop = (why) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
    ended(why);
  };
  child.stdin.on('error', () => {});
  child.on('error', (error) => stop(error.message));
  child.on('exit', (code) => stop(`the server ended with code ${code}`));
  return {
    notify: (method, params) => send({ method, params }),
    request: (method, params) =>
      new Promise((resolve, reject) => {
        id += 1;
        waiting.set(id, { resolve, reject });
        send({ id, method, params });
      }),
    close: () => child.kill(),
  };
}

module.exports = { startClient };
