/**
 * What the engine needs to know of an OpenAPI document, and no more: of
 * megabytes a few dozen kilobytes remain.
 *
 * A field is described by a short text: `s` string, `i` integer, `n` number,
 * `b` boolean, `q` quantity, `x` int-or-string, `d` duration, `t` time, `y`
 * base64 bytes, `*` anything, `@Type` another type; before it `[]` for an
 * atomic list, `[=]` for a set, `[name]` for a list keyed by these fields, `{}`
 * for a map; `~` before a type whose undeclared fields are cleared (unions);
 * after it `=` and JSON for a default.
 *
 * @public
 */
export interface CompiledSchema {
  /** The API server's version, as `/version` gives it. */
  kubernetes?: string;
  /** By `apiVersion/Kind`. */
  kinds: Record<string, CompiledKind>;
  /** Fields by name, by type name. */
  types: Record<string, Record<string, string>>;
}

/** @public */
export interface CompiledKind {
  /** Name of its type in `types`. */
  type: string;
  /** The plural in URLs and in audit events. */
  resource?: string;
  /** `true` for objects outside of namespaces. */
  clusterScoped?: boolean;
  /** `true` for custom resources: their zero values are kept by the server. */
  custom?: boolean;
}
