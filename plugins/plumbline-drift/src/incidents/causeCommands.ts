import type {
  Command,
  Finding,
} from '@plumbline/backstage-plugin-plumbline-common';

/**
 * @returns the commands behind the findings in the order of the writes, each once.
 * @internal
 */
export function causeCommands(findings: Finding[]): Command[] {
  const commands = new Map<string, Command>();
  const attributions = findings
    .flatMap(finding => finding.attribution ?? [])
    .sort((left, right) => (left.time ?? '').localeCompare(right.time ?? ''));
  for (const { command } of attributions) {
    if (command) {
      commands.set(command.text, command);
    }
  }
  return [...commands.values()];
}
