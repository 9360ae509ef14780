import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';

/** A command that restores what Git says. @internal */
export type RestoreCommand = WaysOut['restore']['commands'][number];

/** What a command would do besides. @internal */
export type RestoreWarning = RestoreCommand['warnings'][number];

/** Warnings of a list of commands, each said once. @internal */
export interface ArrangedWarnings {
  /** Those that hold whichever command is run, the gravest first. */
  shared: RestoreWarning[];
  /** The commands in their order, with what holds for each alone. */
  commands: { command: RestoreCommand; own: RestoreWarning[] }[];
}

const GRAVITY: Record<RestoreWarning['severity'], number> = {
  danger: 0,
  warning: 1,
  info: 2,
};

/**
 * Says a warning that all commands share once, in front of them.
 *
 * @internal
 */
export function arrangeWarnings(commands: RestoreCommand[]): ArrangedWarnings {
  const [first, ...others] = commands;
  const shared = (first?.warnings ?? []).filter(warning =>
    others.every(command => hasWarning(command, warning)),
  );
  return {
    shared: byGravity(shared),
    commands: commands.map(command => ({
      command,
      own: byGravity(
        command.warnings.filter(
          warning => !shared.some(item => keyOf(item) === keyOf(warning)),
        ),
      ),
    })),
  };
}

function hasWarning(command: RestoreCommand, warning: RestoreWarning): boolean {
  return command.warnings.some(item => keyOf(item) === keyOf(warning));
}

/** @returns what tells one warning from another. @internal */
export function keyOf({ severity, title, text }: RestoreWarning): string {
  return `${severity} ${title} ${text ?? ''}`;
}

function byGravity(warnings: RestoreWarning[]): RestoreWarning[] {
  return [...warnings].sort(
    (left, right) => GRAVITY[left.severity] - GRAVITY[right.severity],
  );
}
