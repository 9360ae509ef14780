import type { RenderError } from '@plumbline/backstage-plugin-plumbline-node';
import { cannotRender } from '../cannotRender';

/** Longer ones name no file. */
const MAX_PLACE = 512;

/**
 * The error for a chart that Helm refuses. Helm's own words may quote values, Secrets among them: nothing of them is
 * told but a place, and that only when it is one.
 *
 * @param stderr - what Helm said
 * @param chartFile - told when Helm names no template
 * @param fileOf - the file of the repository that a template came from; undefined when there is none
 */
export function refusal(
  stderr: string,
  chartFile: string,
  fileOf: (template: string) => string | undefined,
): RenderError {
  for (const word of stderr.split(/[\s"'()]+/)) {
    if (word.length <= MAX_PLACE && word.includes('/templates/')) {
      const [, template, line] = /^([\w./-]+)(?::(\d+))?/.exec(word) ?? [];
      const file = template === undefined ? undefined : fileOf(template);
      if (file !== undefined) {
        return refused({ file, line: line ? Number(line) : undefined });
      }
    }
  }
  return refused({ file: chartFile });
}

function refused(place: { file: string; line?: number }): RenderError {
  return cannotRender(
    place,
    'Helm refuses it; "helm template" in a checkout says why',
  );
}
