/**
 * What a GitOps controller asks for beside the files: the parameters of an Argo CD Application or of a Flux object. All
 * of it is input by whoever may edit that object.
 *
 * @public
 */
export interface RenderOptions {
  kustomize?: KustomizeOptions;
  helm?: HelmOptions;
  directory?: DirectoryOptions;
}

/**
 * Which manifest files of the directory of an Argo CD Application count. Globs are for paths relative to the folder; as in
 * Argo CD, `*` is any run of characters, `/` among them, and `{a,b}` is a choice.
 *
 * @public
 */
export interface DirectoryOptions {
  /** Default true. */
  recurse?: boolean;
  include?: string;
  exclude?: string;
}

/**
 * Changes to a kustomization before it is built, and to its outcome.
 *
 * @public
 */
export interface KustomizeOptions {
  namePrefix?: string;
  nameSuffix?: string;
  /** Namespace of every namespaced object. */
  namespace?: string;
  /** Each replaces the entry of the same name; a field of it that is `*` stays as that entry has it. */
  images?: KustomizeImage[];
  replicas?: { name: string; count: number }[];
  /** As the field `labels` of a kustomization. */
  labels?: KustomizeLabels[];
  commonAnnotations?: Record<string, string>;
  /** Folders, relative to that of the kustomization. */
  components?: string[];
  patches?: KustomizePatch[];
  /** Set on the metadata of every object after the build, as Flux does. */
  commonMetadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  /** Values of `${name}` in the outcome, as Flux substitutes them after the build. */
  substitute?: Record<string, string>;
}

/** @public */
export interface KustomizeImage {
  name: string;
  newName?: string;
  newTag?: string;
  /** With the algorithm: `sha256:…`. */
  digest?: string;
}

/** @public */
export interface KustomizeLabels {
  pairs: Record<string, string>;
  includeSelectors?: boolean;
  includeTemplates?: boolean;
}

/**
 * As the field `patches` of a kustomization.
 *
 * @public
 */
export interface KustomizePatch {
  /** YAML or JSON: a strategic merge patch, or JSON patch operations. */
  patch?: string;
  /** Relative to the folder of the kustomization. */
  path?: string;
  target?: Record<string, string>;
  options?: Record<string, boolean>;
}

/**
 * How a chart is templated.
 *
 * @public
 */
export interface HelmOptions {
  /** Default: the name of the entity. */
  releaseName?: string;
  /** Of the release. Default: that of the target. */
  namespace?: string;
  /** Beside the chart's own `values.yaml`; a later one wins. */
  values?: HelmValues[];
  /** Single values, stronger than all of `values`. */
  parameters?: HelmParameter[];
  /** Leaves the chart's `crds/` out. */
  skipCrds?: boolean;
  /** E.g. `1.33.1`. Default: that of the cluster. */
  kubeVersion?: string;
  /** E.g. `monitoring.coreos.com/v1/ServiceMonitor`. Default: those of the cluster. */
  apiVersions?: string[];
}

/**
 * A values file of the repository, or values from elsewhere.
 *
 * @public
 */
export type HelmValues =
  | {
      /** Relative to the chart's folder; it may climb out of that, but not out of the location. */
      file: string;
      /** Whether it is left out when it does not exist. Default false. */
      isOptional?: boolean;
    }
  | {
      /** Values as YAML or JSON. */
      yaml: string;
      /** What messages call them, e.g. `spec.source.helm.values`. */
      source: string;
    };

/** @public */
export interface HelmParameter {
  /** As `helm --set` takes it, e.g. `image.tag` or `args[0]`. */
  name: string;
  value: string;
  /** Whether it stays text (`--set-string`) when it looks like a number or a boolean. */
  forceString?: boolean;
}
