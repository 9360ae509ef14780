import { isDeepStrictEqual } from 'node:util';
import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';
import {
  restoreCommands,
  valueAt,
  type RestoreFinding,
  type RestoreWarning,
} from '@plumbline/kube-drift';
import type { FindingRecord } from '../records';
import { controllerOf } from './controllerOf';
import {
  fileOf,
  liveObjects,
  whyUnseen,
  type WaysOutScene,
} from './WaysOutScene';

/** The commands that bring back what Git says. */
export interface RestoredIncident
  extends Pick<WaysOut['restore'], 'commands' | 'reason'> {
  /** Differences of the target, of any incident, that the commands end. */
  ended: RestoreFinding[];
}

export function restoreIncident(scene: WaysOutScene): RestoredIncident {
  const { target, desired, findings, others } = scene;
  const seen = findings.filter(
    ({ ref }) => whyUnseen(scene, ref) === undefined,
  );
  const commands = restoreCommands({
    findings: seen.map(toRestoreFinding),
    desired: desired.objects.map(({ object }) => object),
    live: liveObjects(scene),
    namespace: target.namespace,
    files: filesOf(scene),
    others: others.map(toRestoreFinding),
    controller: controllerOf(target.look?.sync, desired.commit.sha),
  });
  return {
    ...(commands.length === 0 && { reason: whyNone(scene) }),
    commands: commands.map(({ text, tool, does, warnings, ends }) => ({
      text,
      tool,
      does,
      warnings: [
        ...warnings,
        ...movedSince(
          scene,
          seen.filter(finding => ends.some(end => isSame(end, finding))),
        ),
      ],
    })),
    ended: commands.flatMap(({ ends }) => ends),
  };
}

function whyNone(scene: WaysOutScene): string {
  const unseen = scene.findings
    .map(({ ref }) => whyUnseen(scene, ref))
    .find(reason => reason !== undefined);
  return (
    unseen ??
    'No command is known that ends its differences: their values must not be shown, and no file declares them as it stands'
  );
}

function filesOf(scene: WaysOutScene): Record<string, string> {
  return Object.fromEntries(
    [...scene.manifests.keys()].flatMap(ref => {
      const file = fileOf(scene, ref);
      return file ? [[ref, file.path]] : [];
    }),
  );
}

/** Values that are not those of the last look: what the page shows beside the commands is older. */
function movedSince(
  { lives }: WaysOutScene,
  findings: readonly FindingRecord[],
): RestoreWarning[] {
  const moved = findings.filter(({ ref, path, live }) => {
    const object = lives.get(ref)?.object;
    return (
      object !== undefined &&
      !holdsMasked(live) &&
      !isDeepStrictEqual(plain(valueAt(object, path)), plain(live))
    );
  });
  return moved.length === 0
    ? []
    : [
        {
          severity: 'info',
          title: 'Changed again since the last check',
          text: `${moved.map(({ path }) => path).join(', ')}.`,
        },
      ];
}

/** As it comes back from the store. */
function plain(value: unknown): unknown {
  return value === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(value, (_, item) =>
          typeof item === 'bigint' ? item.toString() : item,
        ),
      );
}

function holdsMasked(value: unknown): boolean {
  return JSON.stringify(value)?.includes('"masked":true') ?? false;
}

function isSame(a: RestoreFinding, b: RestoreFinding): boolean {
  return a.ref === b.ref && a.path === b.path;
}

function toRestoreFinding({ ref, path, type }: FindingRecord): RestoreFinding {
  return { ref, path, type };
}
