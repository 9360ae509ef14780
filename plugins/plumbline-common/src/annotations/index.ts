export * from './annotations';
export {
  isManifestsRenderer,
  parseManifestsAnnotation,
  type ManifestsDeclaration,
  type ManifestsRenderer,
} from './parseManifestsAnnotation';
