/**
 * Compares Kubernetes manifests with live objects: reads YAML as Kubernetes
 * does, gives every difference a verdict, and says who made it as far as the
 * evidence goes. Functions over values: no I/O, no state.
 *
 * @packageDocumentation
 */
export { diffManifests } from './diffManifests';
export type { DiffOptions } from './DiffOptions';
export type { UnstablePath } from './verdict/unstablePaths';
export type {
  Comparison,
  ComparisonSummary,
  FieldOwner,
  FindingResult,
  FindingSource,
  FindingVerdict,
  ObjectResult,
  ObjectVerdict,
} from './Comparison';
export type { Direction, FindingType } from './compare/difference';
export type {
  Attribution,
  AttributionEvidence,
  AttributionLevel,
} from './attribution/Attribution';
export { readDocuments } from './yaml/readDocuments';
export type { YamlDocument } from './yaml/readDocuments';
export { readManifests } from './yaml/readManifests';
export type {
  KubeObject,
  ManifestError,
  ManifestObject,
  ReadLimits,
  ReadManifestsOptions,
} from './yaml/readManifests';
export type { DocumentLimits } from './yaml/parse';
export type { JsonMap, JsonValue } from './values/json';
export { parseQuantity, sameQuantity } from './values/quantity';
export { parseDuration } from './values/duration';
export { formatPath, RESOURCE_PATH } from './path/format';
export { parsePath, parsePattern } from './path/parse';
export type { PatternSegment } from './path/parse';
export { valueAt } from './path/valueAt';
export { parseJsonPointer } from './path/jsonPointer';
export type { Path, Segment } from './path/segment';
export { parseFieldsV1, serialiseFieldsV1 } from './fields/fieldSet';
export type { FieldSet, FieldSetChild } from './fields/fieldSet';
export { parsePathElement } from './fields/pathElement';
export type { PathElement } from './fields/pathElement';
export type { ManagedFieldsEntry } from './fields/managedFields';
export { fieldOwnerAt } from './fields/fieldOwnerAt';
export { classifyManager } from './fields/managers';
export type { ManagerClass, ManagerLists } from './fields/managers';
export { parseRef } from './identity/ref';
export type { ObjectIdentity, ScopeLookup } from './identity/ref';
export { compileOpenApi } from './schema/compileOpenApi';
export type { CompiledKind, CompiledSchema } from './schema/compiledSchema';
export { snapshotVersion } from './schema/registry';
export type { KnownTypes } from './schema/registry';
export { presentPair } from './secrets/presentPair';
export type { PresentedPair } from './secrets/presentPair';
export { maskSecretPair } from './secrets/mask';
export type { MaskedValue } from './secrets/mask';
export { expectedRules } from './verdict/expected/expectedReason';
export type { ExpectedRuleText } from './verdict/expected/expectedReason';
export { InvalidIgnoreRuleError } from './verdict/ignoreRule';
export type { IgnoreRule } from './verdict/ignoreRule';
export { parseJqPath } from './verdict/jqPath';
export { attribute } from './attribution/attribute';
export type { AttributeInput } from './attribution/attribute';
export type { AttributionOptions, CoverageGap } from './attribution/window';
export { previewIgnoreRule } from './verdict/previewIgnoreRule';
export type { HiddenFinding } from './verdict/previewIgnoreRule';
export { IgnoreRules } from './verdict/ignoreRules';
export type { FindingSuppression } from './verdict/ignoreRules';
export { checkIgnoreRule } from './verdict/checkIgnoreRule';
export { orderIgnoreRules } from './verdict/ignoreOrder';
export type { IgnoreSubject } from './verdict/ignoreSubject';
export type { ListElement, ListElementSide } from './path/elements';
export { readArgoIgnoreDifferences } from './verdict/argoIgnoreText';
export { importArgoIgnoreDifferences } from './verdict/argoIgnoreDifferences';
export type { ImportedIgnoreRules } from './verdict/argoIgnoreDifferences';
export { adoptPatch, liveAsDeclared } from './adopt';
export type {
  AdoptChange,
  AdoptedSource,
  AdoptOptions,
  NotAdopted,
} from './adopt';
export { restoreCommands } from './restore';
export type {
  RestoreCommand,
  RestoreController,
  RestoreFinding,
  RestoreInput,
  RestoreTool,
  RestoreWarning,
} from './restore';
