/** The items in runs of at most `size`: databases bound the parameters of one statement. */
export function* inChunks<T>(
  items: readonly T[],
  size: number,
): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
