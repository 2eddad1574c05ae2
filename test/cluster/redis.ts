/**
 * A real redis-server for one test: on a free loopback port, with a directory of its own; and a
 * proxy to cut its network.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const free = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Ends it, at once or as it likes to be ended, and starts it again on the same port. */
  restart(signal: NodeJS.Signals): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
}

/**
 * Starts a server, for TLS alone where that is asked for; `more` are options of redis-server.
 * Without any it keeps nothing over a restart.
 */
export async function redisServer(
  more: readonly string[] = [],
  isTls = false,
): Promise<RedisServer> {
  const directory = await mkdtemp(join(tmpdir(), 'elenchus-redis-'));
  const port = await free();
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const words = ['--bind', '127.0.0.1', '--dir', directory, '--save', '', '--appendonly', 'no'];
    const own = isTls ? ['--port', '0', '--tls-port', String(port)] : ['--port', String(port)];
    const started = spawn('redis-server', [...words, ...own, ...more], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    let said = '';
    for await (const text of started.stdout.setEncoding('utf8')) {
      said += String(text);
      if (said.includes('Ready to accept connections')) break;
    }
    if (!said.includes('Ready to accept')) throw new Error(`redis-server did not start: ${said}`);
    started.stdout.resume();
  };
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const old = child;
    child = null;
    if (old === null || old.exitCode !== null) return;
    old.kill(signal);
    await once(old, 'exit');
  };
  onTestFinished(async () => {
    await stop('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    stop,
    start,
    async restart(signal) {
      await stop(signal);
      await start();
    },
  };
}

export interface Proxy {
  readonly url: string;
  /** Breaks every connection, and lets none in until `mend`. */
  cut(): void;
  mend(): void;
}

/** A way to a port that can be cut. */
export async function proxyTo(port: number): Promise<Proxy> {
  const open = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const other = connect(port, '127.0.0.1');
    for (const one of [socket, other]) {
      open.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        open.delete(one);
        socket.destroy();
        other.destroy();
      });
    }
    socket.pipe(other).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    isCut = true;
    for (const one of open) one.destroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
  };
}
