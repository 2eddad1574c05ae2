/**
 * What a unit of an experiment measured, as plain data: it crosses threads and is kept on disk as
 * JSON.
 */
export type Sample =
  | number
  | string
  | boolean
  | null
  | readonly Sample[]
  | { readonly [key: string]: Sample };

/** A sample that cannot be kept. */
export class SampleError extends Error {
  override readonly name = 'SampleError';
}

/**
 * A copy as plain data. Throws `SampleError` at a number that is not finite and at anything JSON
 * does not hold.
 */
export function plainSample(value: unknown, where: string): Sample {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new SampleError(`${where} is ${value}: only finite numbers can be kept`);
    // JSON has no -0
    return value === 0 ? 0 : value;
  }
  if (ArrayBuffer.isView(value) || Array.isArray(value))
    return Array.from(value as unknown as ArrayLike<unknown>, (item, i) =>
      plainSample(item, `${where}[${i}]`),
    );
  if (
    typeof value === 'object' &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
  ) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, plainSample(item, `${where}.${key}`)]),
    );
  }
  throw new SampleError(
    `${where} is ` +
      `${typeof value === 'object' ? 'an object with a class' : `of type ${typeof value}`}: ` +
      'only plain data can be kept',
  );
}
