import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AttributionOptions } from '../attribution/window';
import { DiffOptions } from '../DiffOptions';
import { isMap } from '../values/json';
import {
  ManifestError,
  ManifestObject,
  readManifests,
} from '../yaml/readManifests';

/** Options of a comparison, and the window of its attribution. */
export interface CliOptions extends DiffOptions, AttributionOptions {}

/** Files that lie among manifests and are none. */
const SKIPPED_FILES = new Set([
  'Chart.yaml',
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
]);
const MANIFEST_FILE = /\.(?:ya?ml|json)$/;

/** Reads one side: a file, a folder and what lies below it, `-` for none. */
export function readSide(
  path: string,
  { positions = false } = {},
): { objects: ManifestObject[]; errors: ManifestError[] } {
  const objects: ManifestObject[] = [];
  const errors: ManifestError[] = [];
  for (const file of path === '-' ? [] : filesOf(path)) {
    const read = readManifests(readFileSync(file, 'utf8'), { file, positions });
    objects.push(...read.objects);
    errors.push(...read.errors);
  }
  return { objects, errors };
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const full = join(path, entry.name);
      if (entry.isDirectory()) {
        return filesOf(full);
      }
      return entry.isFile() &&
        MANIFEST_FILE.test(entry.name) &&
        !SKIPPED_FILES.has(entry.name)
        ? [full]
        : [];
    });
}

/** @throws Error naming the file, when it is no JSON object */
export function readOptions(file: string | undefined): CliOptions {
  if (file === undefined) {
    return {};
  }
  let options: unknown;
  try {
    options = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
  if (!isMap(options)) {
    throw new Error(`${file}: a JSON object is expected`);
  }
  return options as CliOptions;
}
