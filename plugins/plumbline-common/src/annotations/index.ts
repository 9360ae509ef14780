export * from './annotations';
export {
  parseManifestsAnnotation,
  type ManifestsDeclaration,
  type ManifestsRenderer,
} from './parseManifestsAnnotation';
