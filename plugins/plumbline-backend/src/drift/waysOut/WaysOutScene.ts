import type { KubeObject, ManifestObject } from '@plumbline/kube-drift';
import type { DesiredState } from '../../desired';
import type { ObjectSide } from '../answers/LiveObjectReader';
import type { FindingRecord, TargetRecord } from '../records';

/** A manifest file at the commit that was read. */
export interface SceneFile {
  text: string;
  /** Relative to the repository's root. */
  path: string;
  /** Page of the file at the host. */
  url?: string;
}

/** What the ways out of an incident are told from: both sides as they are now. */
export interface WaysOutScene {
  target: TargetRecord;
  desired: DesiredState;
  /** Drift of the incident. */
  findings: readonly FindingRecord[];
  /** Drift of the same target that belongs to other incidents. */
  others: readonly FindingRecord[];
  /** Manifests of the objects of all these, and of what the files of the incident declare beside, by ref. */
  manifests: ReadonlyMap<string, ManifestObject>;
  /** The objects of the incident in the cluster, by ref. */
  lives: ReadonlyMap<string, ObjectSide>;
  /** The files of the incident's manifests, by the name that the manifests have for them. */
  files: ReadonlyMap<string, SceneFile>;
}

export function liveObjects({ lives }: WaysOutScene): KubeObject[] {
  return [...lives.values()].flatMap(({ object }) => object ?? []);
}

/** Why an object of the incident could not be looked at; undefined when it could. */
export function whyUnseen(
  { lives }: WaysOutScene,
  ref: string,
): string | undefined {
  const side = lives.get(ref);
  if (!side) {
    return 'the target no longer declares the object';
  }
  return side.object || side.isAbsent ? undefined : side.reason;
}

/** The file that declares an object; undefined where none is applied as it stands. */
export function fileOf(
  { desired, manifests, files }: WaysOutScene,
  ref: string,
): SceneFile | undefined {
  const name = manifests.get(ref)?.file;
  return desired.renderer === 'plain' && name !== undefined
    ? files.get(name)
    : undefined;
}
