/** The part of WebAssembly that is used here; the library of types for Node lacks it. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: { readonly run: (...numbers: number[]) => void } };
};

export const pageBytes = 65536;
export const newMemory = (pages: number): WasmMemory => new WebAssembly.Memory({ initial: pages });

/** The function `run` of a module in a memory; `apply` is what the module calls. */
export const instantiate = (
  bytes: Uint8Array<ArrayBuffer>,
  memory: WasmMemory,
  apply: (record: number) => void,
): ((...numbers: number[]) => void) =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory, apply } }).exports.run;
