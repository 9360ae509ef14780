import { objectAt, type JsonObject } from '../../../event/json';
import type { Flag } from '../../Draft';
import type { Request } from '../../Request';

/** What `kubectl create TYPE` was told, read back from the object it made. */
export interface Generated {
  /** `configmap`, `secret generic`, `service clusterip`. */
  type: string;
  flags: Flag[];
  argv?: string[];
  /** Several spellings lead to this object. */
  vague?: boolean;
}

/** Undefined when the object cannot come from the generator. */
export type Generator = (
  body: JsonObject,
  name: string,
  r: Request,
) => Generated | undefined;

export const flag = (name: string, value: unknown): Flag[] =>
  value === undefined || value === null || value === ''
    ? []
    : [[name, String(value)]];

/** Generators set a name and, some, `app`: anything more was in a file. */
export function hasPlainMetadata(
  body: JsonObject,
  labels: Record<string, string> = {},
): boolean {
  const metadata = objectAt(body, 'metadata') ?? {};
  const found = objectAt(metadata, 'labels') ?? {};
  return (
    metadata.annotations === undefined &&
    metadata.finalizers === undefined &&
    JSON.stringify(found) === JSON.stringify(labels)
  );
}
