/**
 * A report that its reader sees change: a server on this machine alone, which tells the page to
 * load itself again.
 */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LiveReport {
  readonly address: string;
  /** Takes the place of the page that is shown. */
  show(page: string): void;
  close(): void;
}

const script = `new EventSource('/changes').onmessage = () => location.reload();`;
const fingerprint = createHash('sha256').update(script).digest('base64');

/** The same page, which also listens for changes: its policy, escaped or not, allows just that. */
const listening = (page: string): string =>
  page
    .replace(
      /script-src (&#39;|&apos;|')/,
      (_, quote: string) =>
        `connect-src ${quote}self${quote}; script-src ${quote}sha256-${fingerprint}${quote} ${quote}`,
    )
    .replace('</body>', () => `<script>${script}</${'script'}></body>`);

export async function liveReport(): Promise<LiveReport> {
  let page = '';
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    // a page from elsewhere that calls itself this address reads nothing
    if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')) {
      response.writeHead(403).end();
      return;
    }
    if (request.url === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      readers.add(response);
      request.on('close', () => readers.delete(response));
      return;
    }
    if (request.url !== '/' || page === '') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(listening(page));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show(next) {
      page = next;
      for (const reader of readers) reader.write('data: changed\n\n');
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
