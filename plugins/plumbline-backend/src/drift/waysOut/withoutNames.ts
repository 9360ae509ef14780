import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';
import type { ReaderView } from '../../permissions';

const NAMED = 'It names a person whom you may not see';

/** Leaves out patches and commands that name people whom the reader may not see: with another name they would be wrong. */
export function withoutNames(
  { adopt, restore }: WaysOut,
  people: readonly string[],
  view: Pick<ReaderView, 'hidePeople'>,
): WaysOut {
  const names = (text: string) => view.hidePeople(text, people) !== text;
  const patches = adopt.patches.filter(({ patch }) => !names(patch));
  const commands = restore.commands.filter(({ text }) => !names(text));
  const isHidden = {
    adopt: patches.length < adopt.patches.length,
    restore: commands.length < restore.commands.length,
  };
  return view.hidePeople(
    {
      adopt: {
        ...adopt,
        patches,
        ...(isHidden.adopt && patches.length === 0 && { reason: NAMED }),
      },
      restore: {
        ...restore,
        commands,
        ...(isHidden.restore && commands.length === 0 && { reason: NAMED }),
      },
    },
    people,
  );
}
