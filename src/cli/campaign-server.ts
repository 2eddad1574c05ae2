/**
 * Serves the page of a campaign, its status as JSON and its metrics. It listens on loopback unless
 * asked otherwise.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { statusJson } from '../campaign/documents.ts';
import { metricsText } from '../campaign/metrics.ts';
import { campaignPage, campaignPart, policy } from '../campaign/page.ts';
import type { CampaignStatus } from '../campaign/status.ts';
import { Misuse } from './misuse.ts';

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

export interface CampaignServer {
  readonly url: string;
  close(): Promise<void>;
}

const usualPort = 7327;
const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;

/**
 * Starts the server. Where the usual port is taken it takes another; one that was asked for must be
 * free.
 */
export async function serveCampaign(
  asked: ListenAddress | null,
  status: () => CampaignStatus,
): Promise<CampaignServer> {
  const { host, port } = asked ?? { host: '127.0.0.1', port: usualPort };
  const isLocal = loopback.test(host);
  const server = createServer((request, response) => {
    // a page of a stranger may name this machine: it is not answered
    const named = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (isLocal && !loopback.test(named)) return answer(response, 403, 'text/plain', 'not here\n');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, 'text/plain', 'only GET\n');
    switch ((request.url ?? '/').split('?')[0]) {
      case '/':
        return answer(response, 200, 'text/html', campaignPage(status()));
      case '/part':
        return answer(response, 200, 'text/html', campaignPart(status()));
      case '/status.json':
        return answer(
          response,
          200,
          'application/json',
          `${JSON.stringify(statusJson(status()), null, 2)}\n`,
        );
      case '/metrics':
        return answer(response, 200, 'text/plain; version=0.0.4', metricsText(status()));
      default:
        return answer(response, 404, 'text/plain', 'there is /, /status.json and /metrics\n');
    }
  });
  const listen = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  try {
    await listen(port).catch((error: NodeJS.ErrnoException) => {
      if (asked !== null || error.code !== 'EADDRINUSE') throw error;
      return listen(0);
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Misuse(
      `--listen ${host}:${port}: ${code === 'EADDRINUSE' ? 'the port is taken; write another, or 0 for any' : message}`,
    );
  }
  const { port: own, family } = server.address() as AddressInfo;
  server.unref();
  return {
    url: `http://${family === 'IPv6' ? `[${host}]` : host}:${own}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, code: number, type: string, body: string): void {
  response.writeHead(code, {
    'content-type': type.includes('charset') ? type : `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}
