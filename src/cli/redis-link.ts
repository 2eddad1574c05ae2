/** The connection to Redis, loaded only where it is wanted, and the names of what is kept there. */
import type { Redis } from 'ioredis';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';

/** All names in Redis begin like this. */
export const prefix = 'elenchus';

/** The queue of one build: a worker of another build never sees its slices. */
export const queueName = (build: string): string => `slices-${build}`;
export const campaignKey = (name: string): string => `${prefix}:campaign:${name}`;
export const resultsKey = (plan: string): string => `${prefix}:results:${plan.slice(0, 16)}`;
export const endsKey = (plan: string): string => `${prefix}:ends:${plan.slice(0, 16)}`;
export const workerKey = (id: string): string => `${prefix}:worker:${id}`;

/** Milliseconds that a first connection may take. */
const patience = 5000;

/**
 * The address of Redis: --redis, or ELENCHUS_REDIS, which keeps a password out of the list of
 * processes.
 */
export const redisAddress = ({ redis }: Pick<Options, 'redis'>): string | null =>
  redis ?? (process.env['ELENCHUS_REDIS'] || null);

/** An address without its password. */
export const shownAddress = (address: string): string =>
  address.replace(/^(\w+:\/\/[^:@/]*):[^@]*@/, '$1:…@');

/** Commands wait while Redis is away, and are sent once it is back. */
const options = {
  maxRetriesPerRequest: null,
  retryStrategy: (times: number): number => Math.min(2000, 100 * times),
  reconnectOnError: () => false,
  connectTimeout: patience,
} as const;

/**
 * A package that campaigns over Redis need and nothing else does: users install it themselves.
 * Throws `Misuse`.
 */
const installed = async <M>(loading: Promise<M>): Promise<M> => {
  try {
    return await loading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Misuse(
      'campaigns over Redis need two packages more; type: npm install bullmq@6 ioredis@6',
    );
  }
};
const redisClient = () => installed(import('ioredis'));
/** The queue. Throws `Misuse` where the package is missing. */
export const queuePackage = (): Promise<
  Pick<typeof import('bullmq'), 'Queue' | 'Worker' | 'WaitingError'>
> => installed(import('bullmq'));

/** Whether Redis answers. Throws `Misuse` with what to do where it does not. */
export async function reachRedis(address: string): Promise<void> {
  if (!/^rediss?:\/\/./.test(address))
    throw new Misuse(
      `'${shownAddress(address)}' is not an address of Redis: write redis://127.0.0.1:6379, ` +
        'or rediss://user:password@host:6380 for TLS',
    );
  const { Redis } = await redisClient();
  const first = new Redis(address, {
    ...options,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let last: Error | null = null;
  first.on('error', (error: Error) => {
    last = error;
  });
  try {
    await first.connect();
    await first.ping();
  } catch (error) {
    throw new Misuse(unreachable(address, last ?? error));
  } finally {
    first.disconnect();
  }
}

/** A connection that holds; the caller closes it. */
export async function openRedis(address: string): Promise<Redis> {
  const { Redis } = await redisClient();
  const redis = new Redis(address, options);
  // an 'error' without a listener would be printed
  redis.on('error', () => {});
  return redis;
}

function unreachable(address: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const where = `Redis at ${shownAddress(address)}`;
  if (/NOAUTH/.test(message))
    return `${where} wants a password: write redis://:password@host:6379, or set ELENCHUS_REDIS`;
  if (/WRONGPASS|invalid (username|password)/i.test(message))
    return `${where} refuses the name or the password`;
  if (code === 'ECONNREFUSED')
    return (
      `there is no ${where}; start one with redis-server --bind 127.0.0.1, or leave out ` +
      '--redis to use this machine alone'
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `${where}: there is no such host`;
  if (/certificate|self.signed|altnames/i.test(message))
    return `${where}: its certificate is not trusted (${message}); name the authority in NODE_EXTRA_CA_CERTS`;
  return `${where} cannot be reached: ${message}`;
}
