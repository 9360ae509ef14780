import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';

/** Files whose templates call a function. */
export function filesThatCall(
  name: 'lookup' | 'now',
  files: readonly RepositoryFile[],
): string[] {
  const call = new RegExp(`\\{\\{[^{}]*\\b${name}\\b[^{}]*\\}\\}`);
  return files
    .filter(
      ({ path, text }) => /\.(ya?ml|tpl|json)$/.test(path) && call.test(text),
    )
    .map(({ path }) => path);
}
