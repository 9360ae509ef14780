/**
 * The content of an archived file. Backstage's reader of archives delivers that of an empty file as an empty array, which
 * has no `byteLength`.
 */
export async function contentOf(file: {
  content(): Promise<Uint8Array>;
}): Promise<Uint8Array> {
  const content = await file.content();
  return content.length === 0 ? new Uint8Array() : content;
}
