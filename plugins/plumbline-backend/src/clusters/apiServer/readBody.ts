/**
 * Reads a whole body as UTF-8 text.
 *
 * @throws RangeError when it is longer than `maxBytes`
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new RangeError(`the answer is longer than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Gives complete lines as they arrive; what follows the last line break is given when the body ends. */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
  maxLineLength: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) {
      throw new RangeError(`a line is longer than ${maxLineLength} characters`);
    }
    yield* lines.filter(line => line !== '');
  }
  if (rest !== '') {
    yield rest;
  }
}
