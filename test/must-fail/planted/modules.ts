/**
 * The repository's modules, each compiled once and evaluated anew as often as wanted, with one of
 * them replaced: what a fault needs, without a copy of the tree.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { moduleRunnerTransform, transformSync } from 'rolldown/experimental';

type Namespace = Record<string, unknown>;
type Body = (...parts: readonly unknown[]) => Promise<void>;

const head =
  '(async (__vite_ssr_exports__, __vite_ssr_import_meta__, __vite_ssr_import__, ' +
  '__vite_ssr_dynamic_import__, __vite_ssr_exportAll__, __vite_ssr_exportName__) => {';

/** What runs for a file with this text: its imports and exports are calls. */
export async function compiled(path: string, text: string): Promise<string> {
  const { code, errors } = transformSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const run = await moduleRunnerTransform(path, code);
  return `${head}${run?.code ?? ''}\n})`;
}

const sources = new Map<string, Promise<string>>();
/** What runs for a file on disk. */
export function source(path: string): Promise<string> {
  let code = sources.get(path);
  if (!code) sources.set(path, (code = compiled(path, readFileSync(path, 'utf8'))));
  return code;
}

const bodies = new Map<string, Promise<Body>>();
const evaluable = (path: string, code: string): Body =>
  new Script(code, { filename: path }).runInThisContext() as Body;
function bodyOf(path: string): Promise<Body> {
  let body = bodies.get(path);
  if (!body) bodies.set(path, (body = source(path).then((code) => evaluable(path, code))));
  return body;
}

/** One evaluation of everything that is asked of it. */
export class Modules {
  readonly #loaded = new Map<string, { exports: Namespace; done: Promise<Namespace> }>();
  readonly #packages: ReadonlyMap<string, Namespace>;
  readonly #changed: ReadonlyMap<string, string>;

  /** `packages` stand in for those of that name, `changed` for what runs for files on disk. */
  constructor(packages: ReadonlyMap<string, Namespace>, changed: ReadonlyMap<string, string>) {
    this.#packages = packages;
    this.#changed = changed;
  }

  /** The exports of a file, evaluated once. */
  load(path: string, importers: readonly string[] = []): Promise<Namespace> {
    const known = this.#loaded.get(path);
    // in a circle of imports the other end gets what is there already, as between modules
    if (known) return importers.includes(path) ? Promise.resolve(known.exports) : known.done;
    const exports: Namespace = {};
    const done = this.#evaluate(path, exports, [...importers, path]);
    this.#loaded.set(path, { exports, done });
    return done;
  }

  async #evaluate(
    path: string,
    exports: Namespace,
    importers: readonly string[],
  ): Promise<Namespace> {
    const code = this.#changed.get(path);
    const body = code === undefined ? await bodyOf(path) : evaluable(path, code);
    const ask = (wanted: string): Promise<Namespace> => this.#import(wanted, path, importers);
    const define = (name: string, get: () => unknown): void => {
      Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });
    };
    const all = (from: Namespace): void => {
      for (const name of Object.keys(from))
        if (name !== 'default' && !(name in exports)) define(name, () => from[name]);
    };
    const meta = {
      dirname: dirname(path),
      filename: path,
      url: pathToFileURL(path).href,
    };
    await body(exports, meta, ask, ask, all, define);
    return exports;
  }

  #import(wanted: string, from: string, importers: readonly string[]): Promise<Namespace> {
    if (wanted.startsWith('.'))
      return this.load(fileURLToPath(new URL(wanted, pathToFileURL(from))), importers);
    if (wanted.startsWith('/')) return this.load(wanted, importers);
    const own = this.#packages.get(wanted);
    return own ? Promise.resolve(own) : (import(wanted) as Promise<Namespace>);
  }
}
