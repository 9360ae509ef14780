import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v3';

const resourceSchema = z.object({
  group: z.string(),
  version: z.string().min(1),
  kind: z.string().min(1),
  plural: z.string().min(1),
  namespaced: z.boolean(),
  /** A file of the folder itself. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.json$/),
});

const indexSchema = z.object({
  recordedAt: z.string().datetime(),
  kubernetesVersion: z.string(),
  resources: z.array(resourceSchema),
});

/** `snapshot.json` of a recorded cluster. */
export type SnapshotIndex = z.infer<typeof indexSchema>;

/** One recorded kind; its file holds one List. */
export type SnapshotResource = z.infer<typeof resourceSchema>;

/** @throws an Error that names the file when it is missing or has another shape */
export async function readSnapshotIndex(
  folder: string,
): Promise<SnapshotIndex> {
  const file = join(folder, 'snapshot.json');
  const index = indexSchema.safeParse(await readJsonFile(file));
  if (!index.success) {
    const [{ path, message }] = index.error.issues;
    throw new Error(`${file}: ${path.join('.') || 'document'}: ${message}`);
  }
  return index.data;
}

/** @throws an Error that names the file */
export async function readJsonFile(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON`, { cause: error });
  }
}
