import type {
  Finding,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  isWholeObject,
  VERDICT_WORDS,
} from '@plumbline/backstage-plugin-plumbline-react';

/**
 * @returns what the table holds, e.g. `9 drifted fields in 7 incidents` or `2 ignored differences`.
 * @internal
 */
export function tableTitle(rows: Finding[], verdict: Verdict): string {
  const { length } = rows;
  if (length === 0) {
    // Whether that is a good zero is said below the title, by the look that was possible.
    return verdict === 'drift'
      ? 'Drifted fields'
      : `${VERDICT_WORDS[verdict]} differences`;
  }
  if (verdict === 'unverifiable') {
    return rows.every(row => isWholeObject(row.path))
      ? `${length} ${length === 1 ? 'object' : 'objects'} not compared`
      : `${length} unverifiable ${length === 1 ? 'difference' : 'differences'}`;
  }
  if (verdict !== 'drift') {
    return `${length} ${VERDICT_WORDS[verdict].toLowerCase()} ${
      length === 1 ? 'difference' : 'differences'
    }`;
  }
  const fields = `${length} drifted ${length === 1 ? 'field' : 'fields'}`;
  const incidents = new Set(rows.flatMap(row => row.incidentId ?? [])).size;
  return incidents === 0
    ? fields
    : `${fields} in ${incidents} ${incidents === 1 ? 'incident' : 'incidents'}`;
}
