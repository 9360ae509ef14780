import { ScopeLookup } from './identity/ref';
import { CompiledSchema } from './schema/compiledSchema';
import { KnownTypes } from './schema/registry';
import { IgnoreRule } from './verdict/ignoreRule';
import { UnstablePath } from './verdict/unstablePaths';

/**
 * Everything a comparison may be told. All of it is optional.
 *
 * @public
 */
export interface DiffOptions {
  /** Namespace of objects that name none. */
  namespace?: string;
  /** Field managers through which Git's state arrives. */
  gitopsManagers?: readonly string[];
  /** Field managers that people use, beside kubectl's own. */
  humanManagers?: readonly string[];
  /** Differences of fields that these managers own are ignored. */
  ignoreManagers?: readonly string[];
  /** Paths in our syntax; each covers all below it. */
  ignore?: readonly string[];
  /** The same as JSON Pointers. */
  ignoreJsonPointers?: readonly string[];
  /** The same as jq expressions, of the subset that names paths. */
  ignoreJq?: readonly string[];
  /** Paths with `*`. */
  ignoreWildcard?: readonly string[];
  /** Regular expressions (RE2) over whole paths. */
  ignoreRegex?: readonly string[];
  /** Rules with a scope, a name, a reason, an expiry. */
  ignoreRules?: readonly IgnoreRule[];
  /**
   * With it every finding carries its `subject`: what ignore rules ask of it,
   * to be stored. The key keeps fields of list elements from being read there.
   */
  subjectKey?: string | Uint8Array;
  /** Objects with one of these annotations are excluded. */
  excludeAnnotations?: Record<string, string>;
  /** Objects with one of these labels are excluded. */
  excludeLabels?: Record<string, string>;
  /** Types embedded in custom resources. */
  knownTypes?: KnownTypes;
  /** `false` compares the rules of aggregated roles. Default `true`. */
  ignoreAggregatedRoles?: boolean;
  /** Scope of kinds that the schema does not know. */
  scope?: ScopeLookup;
  /**
   * Why objects could not be read (403, cluster unreachable): by `ref`, by
   * `apiVersion/Kind`, by kind, or `*`. They are unverifiable, never missing.
   */
  unavailable?: Record<string, string>;
  /** Further objects that explain differences: autoscalers. */
  context?: readonly object[];
  /** Desired at the revision that a controller says it applied. */
  base?: string | readonly object[];
  /** Key of the fingerprints of masked values. */
  secretKey?: string | Uint8Array;
  /** Looks for fields that people added. Default `true`. */
  additive?: boolean;
  /**
   * Which live-only objects are unexpected: those with `proof` that they
   * belong to the target (default), or `all` that nobody generated.
   */
  unexpected?: 'proof' | 'all';
  /** Labels (`name` or `name=value`) that the entity declares as its own. */
  trackedBy?: readonly string[];
  /** The cluster's `/openapi/v3`, compiled. */
  schema?: CompiledSchema;
  /**
   * Paths that differ between two renderings of the same commit; as plain text
   * in every object.
   */
  unstablePaths?: readonly (string | UnstablePath)[];
  /** Commit of desired, repeated in the source of findings. */
  commit?: string;
  /** ISO 8601; when rules expire. Without it none expires. */
  now?: string;
}
