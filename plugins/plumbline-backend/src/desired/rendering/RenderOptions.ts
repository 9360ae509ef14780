export type {
  DirectoryOptions,
  HelmOptions,
  HelmParameter,
  HelmValues,
  KustomizeImage,
  KustomizeLabels,
  KustomizeOptions,
  KustomizePatch,
  RenderOptions,
} from '@plumbline/backstage-plugin-plumbline-node';
