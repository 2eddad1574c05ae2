/** How the kernel refuses. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
}

export const fail = (message: string): never => {
  throw new KernelError(message);
};
