import { driftedObjects } from './DriftedObject';
import { fieldCommands } from './fieldCommands';
import { fileCommands } from './fileCommands';
import { presenceCommands } from './presenceCommands';
import {
  RestoreCommand,
  RestoreController,
  RestoreInput,
} from './RestoreInput';
import { syncCommand } from './syncCommand';

/**
 * The commands that bring back what Git says, the narrowest first: those for single fields and objects, then that of
 * the GitOps controller, then whole files. Each says what it ends and what it does beside. A command never holds a value
 * of a secret: those come back with their file or their controller only. Pure.
 *
 * @public
 */
export function restoreCommands(input: RestoreInput): RestoreCommand[] {
  const objects = driftedObjects(input);
  const { context, controller } = input;
  const declared = objects.filter(({ desired }) => desired !== undefined);
  const byHand = [
    ...objects.flatMap(object => [
      ...fieldCommands(object, context),
      ...presenceCommands(object, context),
    ]),
  ];
  const files = fileCommands(objects, input);
  const guarded = (commands: RestoreCommand[]) =>
    controller?.isBehind
      ? commands.map(command => undoneBy(command, controller))
      : commands;
  return [
    ...guarded(byHand),
    ...(controller && declared.length > 0
      ? [syncCommand(declared, controller)]
      : []),
    ...guarded(files),
  ];
}

function undoneBy(
  command: RestoreCommand,
  { kind, namespace, name }: RestoreController,
): RestoreCommand {
  return {
    ...command,
    warnings: [
      ...command.warnings,
      {
        severity: 'warning',
        title: 'The controller may undo it',
        text: `${kind} ${namespace}/${name} applied another revision and sets back what it finds changed.`,
      },
    ],
  };
}
