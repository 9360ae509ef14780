import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { IgnoreRule } from '@plumbline/kube-drift';
import type { RenderOptions } from '../rendering';
import type { SyncState } from './SyncState';

/** Where a controller's object says that manifests are, and what is made of them. */
export interface LocatedSource {
  /** Position among the sources of the object. */
  index: number;
  /** As the object names it. */
  repository: string;
  /** Relative to the root of the repository, `.` for the root. */
  path: string;
  /** Branch, tag or commit; undefined: the default branch. */
  revision: string | undefined;
  /** Undefined: found out from the files. */
  renderer: ManifestsRenderer | undefined;
  options: RenderOptions;
  /** What the options take from elsewhere, in the order in which it counts. */
  inputs: SourceInput[];
  /** Where it is delivered to. */
  destination: Destination;
  /** What we do not do, by name. With any, nothing is rendered: the half of it would be wrong. */
  unsupported: string[];
  /** What a reader must know, in words. */
  notes: string[];
  /** What the object says is to be ignored. */
  ignoreRules: IgnoreRule[];
  sync: SyncState;
  /** Whether the controller makes a kustomization of a folder that has none. */
  isGenerated?: boolean;
  /** Files of the repository by which the controller lets the source be changed. */
  overrides?: SourceOverrides;
}

/** Changes to a source that stand in the repository itself. */
export interface SourceOverrides {
  /** Names in the folder of the source; a later one counts more. */
  files: readonly string[];
  /** @param patches - what those files hold that there are */
  apply(patches: readonly object[]): LocatedSource;
}

/** Where objects are delivered to, as the controller's object says it. */
export interface Destination {
  /** Our name of the cluster, or Argo CD's. Undefined with `server`, or for that of the object itself. */
  cluster?: string;
  /** Address of the API server, where it is not the one that the object lies in. */
  server?: string;
  /** For objects whose manifest names none. */
  namespace: string | undefined;
}

/** Something that has to be read before a source can be rendered. */
export type SourceInput =
  /** A values file of another repository, which Argo CD writes as `$ref/path`. */
  | {
      kind: 'values-file';
      repository: string;
      revision: string | undefined;
      path: string;
      isOptional: boolean;
    }
  /** A values file of the repository itself, relative to the path. */
  | { kind: 'own-values-file'; path: string; isOptional: boolean }
  /** Values from the object itself. */
  | { kind: 'values'; yaml: string; source: string }
  /** Values in one key of a ConfigMap. */
  | {
      kind: 'values-config-map';
      namespace: string;
      name: string;
      key: string;
      isOptional: boolean;
    }
  /** Variables, one for each key of a ConfigMap. */
  | {
      kind: 'variables-config-map';
      namespace: string;
      name: string;
      isOptional: boolean;
    };
