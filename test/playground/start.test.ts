/** The engine starts without making an error, for whose trace a browser reads the whole engine again. */
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPlayground } from '../tools/playground/build.ts';

/** Wraps the errors of the context, so that those made are listed; what is said to the page is listed too. */
const watched = `
  const made = [], said = [];
  const self = { addEventListener() {}, postMessage: (reply) => said.push(reply.kind) };
  for (const name of ['Error', 'TypeError', 'RangeError', 'SyntaxError'])
    globalThis[name] = new Proxy(globalThis[name], {
      construct(target, args, newTarget) {
        made.push(name + ': ' + args[0]);
        return Reflect.construct(target, args, newTarget);
      },
    });
`;

const start = (code: string): { made: string[]; said: string[] } => {
  const context = createContext({
    AbortController,
    MessageChannel,
    TextEncoder,
    TextDecoder,
    URL,
    performance,
    setTimeout,
  });
  return runInContext(`${watched}${code}; ({ made, said })`, context) as {
    made: string[];
    said: string[];
  };
};

describe('the start of the engine', () => {
  let page = '';
  beforeAll(async () => {
    page = await buildPlayground();
  });

  it('makes no error', () => {
    const engine = /<script type="text\/plain" id="engine">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const { made, said } = start(engine);
    expect(said).toEqual(['ready']);
    expect(made).toEqual([]);
    expect(start('new RangeError("seen")').made).toEqual(['RangeError: seen']);
  });

  it('comes before the body, so that the engine compiles while the page is laid out', () => {
    const starts = page.indexOf('new Worker(');
    expect(page.indexOf('id="engine"')).toBeLessThan(starts);
    expect(starts).toBeLessThan(page.indexOf('<body>'));
  });
});
