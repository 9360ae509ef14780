import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';
import { adoptPatch, valueAt, type AdoptChange } from '@plumbline/kube-drift';
import { toGitCommit } from '../answers/toApi';
import type { FindingRecord } from '../records';
import {
  fileOf,
  liveObjects,
  whyUnseen,
  type SceneFile,
  type WaysOutScene,
} from './WaysOutScene';

type Adopt = WaysOut['adopt'];

/** The patches that make Git say what the cluster does, one per file. */
export function adoptIncident(scene: WaysOutScene): Adopt {
  const { desired, target, findings } = scene;
  if (desired.renderer !== 'plain') {
    return {
      reason: `The manifests are rendered by ${desired.renderer} from ${
        target.path
      }, so none of their lines stands in Git. Change ${inputsOf(
        findings,
      )} by hand`,
      patches: [],
      notAdopted: [],
    };
  }
  const { byFile, notAdopted } = sortByFile(scene);
  const patches: Adopt['patches'] = [];
  for (const [file, own] of byFile) {
    const adopted = adoptPatch(
      file.text,
      own.map(finding => changeOf(scene, finding)),
      {
        file: file.path,
        namespace: target.namespace,
        live: liveObjects(scene),
      },
    );
    notAdopted.push(...adopted.notAdopted);
    if (adopted.patch !== '') {
      patches.push({
        file: file.path,
        commit: toGitCommit(desired.commit),
        url: file.url,
        patch: adopted.patch,
        paths: adopted.adopted.map(({ path }) => path),
      });
    }
  }
  return {
    ...(patches.length === 0 && {
      reason: 'None of its differences can be written into a manifest',
    }),
    patches,
    notAdopted,
  };
}

function sortByFile(scene: WaysOutScene): {
  byFile: Map<SceneFile, FindingRecord[]>;
  notAdopted: Adopt['notAdopted'];
} {
  const byFile = new Map<SceneFile, FindingRecord[]>();
  const notAdopted: Adopt['notAdopted'] = [];
  for (const finding of scene.findings) {
    const { ref, path } = finding;
    const file = fileOf(scene, ref);
    const unseen = whyUnseen(scene, ref);
    if (file && unseen === undefined) {
      byFile.set(file, [...(byFile.get(file) ?? []), finding]);
    } else {
      const reason = unseen ?? 'Git no longer declares the object';
      notAdopted.push({ ref, path, reason });
    }
  }
  return { byFile, notAdopted };
}

/** The value as it is now: the one that the last look kept is masked where it must not be shown. */
function changeOf(
  { lives }: WaysOutScene,
  { ref, path, type }: FindingRecord,
): AdoptChange {
  const object = lives.get(ref)?.object;
  return { ref, path, type, live: object && valueAt(object, path) };
}

function inputsOf(findings: readonly FindingRecord[]): string {
  const files = new Set(findings.flatMap(({ source }) => source?.file ?? []));
  return files.size > 0 ? [...files].sort().join(', ') : 'its input files';
}
