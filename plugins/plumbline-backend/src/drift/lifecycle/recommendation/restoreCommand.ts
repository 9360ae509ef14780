import { parseRef } from '@plumbline/kube-drift';
import type { FindingRecord } from '../../records';

/** The command that applies the files that declare the findings' objects; whole files, since that is what can be copied and run. */
export function restoreCommand(
  findings: readonly FindingRecord[],
): string | undefined {
  const files = new Set(findings.flatMap(({ source }) => source?.file ?? []));
  if (files.size === 0) {
    return undefined;
  }
  const { namespace } = parseRef(findings[0].ref);
  return [
    'kubectl apply',
    ...[...files].sort().map(file => `-f ${quote(file)}`),
    ...(namespace === undefined ? [] : [`-n ${quote(namespace)}`]),
  ].join(' ');
}

function quote(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}
