import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  ManifestError,
  ManifestObject,
  readManifests,
} from '../yaml/readManifests';

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
