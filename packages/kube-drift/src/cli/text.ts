import { Comparison, FindingResult, ObjectResult } from '../Comparison';
import { isMap } from '../values/json';

/** The comparison for a reader at a terminal. */
export function formatText({ objects, summary }: Comparison): string {
  const lines = objects.flatMap(formatObject);
  const counts = Object.entries(summary.objects)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
  const total = objects.length === 1 ? '1 object' : `${objects.length} objects`;
  lines.push(`${total}${counts ? `: ${counts}` : ''}`);
  return `${lines.join('\n')}\n`;
}

function formatObject(object: ObjectResult): string[] {
  const reason = object.reason ? ` (${object.reason})` : '';
  const head = `${object.verdict.padEnd(12)} ${object.ref}${reason}`;
  return [head, ...object.findings.flatMap(formatFinding)];
}

function formatFinding(finding: FindingResult): string[] {
  const { path, type, direction, verdict, reason, attribution } = finding;
  const moved = direction === 'unknown' ? '' : ` [${direction}]`;
  const why = reason ? ` (${reason})` : '';
  const lines = [`  ${verdict} ${type} ${path}${moved}${why}`];
  if ('desired' in finding || 'live' in finding) {
    lines.push(`    Git:  ${show(finding.desired)}${placeOf(finding)}`);
    lines.push(`    live: ${show(finding.live)}${writerOf(finding)}`);
  }
  if (attribution) {
    lines.push(`    ${attribution.level}: ${attribution.wording}`);
  }
  return lines;
}

/** Where it is declared, as far as a line is known. */
function placeOf({ source }: FindingResult): string {
  return source?.line === undefined ? '' : `  (${source.file}:${source.line})`;
}

function writerOf({ owner }: FindingResult): string {
  return owner ? `  (last written with ${owner.manager})` : '';
}

/** Control characters would speak to the terminal: JSON escapes them. */
function show(value: unknown): string {
  if (value === undefined) {
    return '(absent)';
  }
  if (isMasked(value)) {
    return `(masked, ${value.length} characters)`;
  }
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isMasked(value: unknown): value is { length: number } {
  return (
    isMap(value) && value.masked === true && typeof value.length === 'number'
  );
}
