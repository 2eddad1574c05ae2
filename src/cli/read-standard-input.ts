/** No claim is as long; what comes behind is not read. */
const maximalBytes = 2_000_000;

/**
 * The text on standard input, at most `maximalBytes` of it and a little more, so that too long a
 * claim is seen as that.
 */
export async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    size += bytes.length;
    if (size > maximalBytes) break;
  }
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
