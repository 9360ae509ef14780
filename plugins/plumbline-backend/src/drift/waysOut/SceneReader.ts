import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { ManifestObject } from '@plumbline/kube-drift';
import type { DesiredStates } from '../../desired';
import { declaredManifests } from '../answers/declaredManifest';
import { LiveObjectReader, type ObjectSide } from '../answers/LiveObjectReader';
import type { DriftStore } from '../DriftStore';
import type { TargetRecord } from '../records';
import type { SceneFile, WaysOutScene } from './WaysOutScene';

/** What reading a scene needs. */
export interface SceneReaderOptions {
  store: Pick<DriftStore, 'objects'>;
  clusters: ClusterRegistry;
  desiredStates: Pick<DesiredStates, 'read' | 'fileAt' | 'evidenceOf'>;
}

/** Reads both sides of an incident's objects as they are now. */
export class SceneReader {
  readonly #options: SceneReaderOptions;
  readonly #live: LiveObjectReader;

  constructor(options: SceneReaderOptions) {
    this.#options = options;
    this.#live = new LiveObjectReader(options.clusters);
  }

  /** @throws DesiredStateError */
  async read(
    target: TargetRecord,
    drift: Pick<WaysOutScene, 'findings' | 'others'>,
  ): Promise<WaysOutScene> {
    const { store, desiredStates } = this.#options;
    const desired = await desiredStates.read(target);
    const objects = (await store.objects([target.id])).get(target.id) ?? [];
    const own = new Set(drift.findings.map(({ ref }) => ref));
    const all = new Set([...own, ...drift.others.map(({ ref }) => ref)]);
    const declared = declaredManifests(desired.objects, objects, target);
    const manifests = new Map<string, ManifestObject>();
    const lives = new Map<string, ObjectSide>();
    const names = new Set<string>();
    for (const object of objects.filter(({ ref }) => own.has(ref))) {
      lives.set(object.ref, await this.#live.read(target, object));
      names.add(declared.get(object.ref)?.file ?? '');
    }
    names.delete('');
    for (const [ref, manifest] of declared) {
      if (all.has(ref) || names.has(manifest.file ?? '')) {
        manifests.set(ref, manifest);
      }
    }
    const scene = { target, desired, ...drift, manifests, lives };
    return { ...scene, files: await this.#files(scene, names) };
  }

  /** Of rendered objects, no file is applied as it stands. */
  async #files(
    { target, desired }: Pick<WaysOutScene, 'target' | 'desired'>,
    names: ReadonlySet<string>,
  ): Promise<Map<string, SceneFile>> {
    const { desiredStates } = this.#options;
    const { sha } = desired.commit;
    const files = new Map<string, SceneFile>();
    for (const file of desired.renderer === 'plain' ? names : []) {
      const { text, repositoryPath: path } = await desiredStates.fileAt(
        target,
        { sha, file },
      );
      const { url } = await desiredStates.evidenceOf(target, { sha, file });
      files.set(file, { text, path, url });
    }
    return files;
  }
}
