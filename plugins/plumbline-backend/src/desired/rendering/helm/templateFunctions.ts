import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';

const CALLS = {
  Capabilities: /\.Capabilities\b/,
  lookup: /\blookup\b/,
  now: /\bnow\b/,
};

/** Files whose templates call a function, or ask for what Helm tells of the cluster. */
export function filesThatCall(
  name: keyof typeof CALLS,
  files: readonly RepositoryFile[],
): string[] {
  return files
    .filter(
      ({ path, text }) =>
        /\.(ya?ml|tpl|json)$/.test(path) &&
        actionsOf(text).some(action => CALLS[name].test(action)),
    )
    .map(({ path }) => path);
}

/** What stands between `{{` and `}}`, without comments. Each character is looked at once, whatever the file holds. */
function actionsOf(text: string): string[] {
  const actions: string[] = [];
  let end = 0;
  for (;;) {
    const start = text.indexOf('{{', end);
    end = start === -1 ? -1 : text.indexOf('}}', start + 2);
    if (end === -1) {
      return actions;
    }
    const action = text.slice(start + 2, end);
    if (!/^-?\s*\/\*/.test(action)) {
      actions.push(action);
    }
  }
}
