import { parsePath } from '../path/parse';
import { Path } from '../path/segment';
import { isList, isMap, JsonMap, JsonValue, own } from '../values/json';
import { DocumentText, splitDocuments } from './documents';
import { splitJsonStream } from './jsonStream';
import { DocumentLimits, parseYamlDocument } from './parse';
import { PositionFinder } from './positions';

/**
 * A Kubernetes object as read from a manifest or from an API server. Plain
 * data, but for integers beyond 2^53: those are `bigint`, which
 * `JSON.stringify` refuses.
 *
 * @public
 */
export type KubeObject = JsonMap & {
  apiVersion: string;
  kind: string;
  metadata: JsonMap;
};

/**
 * One object of a manifest file.
 *
 * @public
 */
export interface ManifestObject {
  object: KubeObject;
  /** The name given in the options. */
  file?: string;
  /** Position of the document in the file, from 0. */
  document: number;
  /**
   * The line (from 1) on which a path is declared, or that of its nearest
   * declared ancestor. Present when positions were asked for.
   */
  lineOf?(path: string | Path): number | undefined;
}

/**
 * Why a document gave no object. Never quotes the document.
 *
 * @public
 */
export interface ManifestError {
  file?: string;
  line?: number;
  message: string;
}

/** @public */
export interface ReadManifestsOptions {
  /** Name of the file, repeated in objects and errors. */
  file?: string;
  /** Whether objects answer `lineOf`. Costs nothing until it is called. */
  positions?: boolean;
  limits?: Partial<ReadLimits>;
}

/**
 * Bounds of what is read; what exceeds them is refused, with file and line.
 *
 * @public
 */
export interface ReadLimits extends DocumentLimits {
  /** Documents of one text. */
  maxDocuments: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxDocumentBytes: 5 * 1024 * 1024,
  maxNodesPerByte: 10,
  maxDocuments: 5_000,
};

/**
 * Reads manifests as Kubernetes' own tools do: several documents, `List`
 * kinds expanded, YAML or JSON. A bad document fails only itself.
 *
 * @public
 */
export function readManifests(
  text: string,
  options: ReadManifestsOptions = {},
): { objects: ManifestObject[]; errors: ManifestError[] } {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { file } = options;
  const objects: ManifestObject[] = [];
  const errors: ManifestError[] = [];
  const fail = (line: number, message: string) =>
    errors.push({ ...(file !== undefined && { file }), line, message });

  const documents = splitDocuments(text.replace(/^\uFEFF/, '')).flatMap(
    splitJsonStream,
  );
  documents.slice(0, limits.maxDocuments).forEach((document, index) => {
    const parsed = parseYamlDocument(document, limits);
    if ('message' in parsed) {
      fail(parsed.line, parsed.message);
      return;
    }
    collect(parsed.value, [], {
      accept: (object, at) =>
        objects.push({
          object,
          ...(file !== undefined && { file }),
          document: index,
          ...(options.positions && {
            lineOf: lineFinder(document, parsed.value, at),
          }),
        }),
      refuse: message => fail(document.line, message),
    });
  });
  if (documents.length > limits.maxDocuments) {
    fail(
      documents[limits.maxDocuments].line,
      `more than ${limits.maxDocuments} documents: the rest was not read`,
    );
  }
  return { objects, errors };
}

/** Told of every object of a document, with its place in it. */
export interface Collector {
  accept(object: KubeObject, at: Path): void;
  refuse(message: string): void;
}

/** Walks the objects of one document, those of `List` kinds too. */
export function collect(
  value: JsonValue,
  at: Path,
  collector: Collector,
): void {
  if (value === null) {
    return; // a document of comments only
  }
  if (isList(value)) {
    value.forEach((item, index) =>
      collect(item, [...at, { index }], collector),
    );
    return;
  }
  if (!isMap(value)) {
    collector.refuse('not a Kubernetes object: a map is expected');
    return;
  }
  const { apiVersion, kind } = value;
  if (typeof kind !== 'string' || kind === '') {
    collector.refuse('not a Kubernetes object: kind is missing');
    return;
  }
  if (typeof apiVersion !== 'string' || apiVersion === '') {
    collector.refuse('not a Kubernetes object: apiVersion is missing');
    return;
  }
  const items = own(value, 'items');
  if (kind.endsWith('List') && (isList(items) || items === null)) {
    (items ?? []).forEach((item, index) =>
      collect(
        withListType(item, value),
        [...at, { field: 'items' }, { index }],
        collector,
      ),
    );
    return;
  }
  if (!isMap(own(value, 'metadata'))) {
    collector.refuse('not a Kubernetes object: metadata is missing');
    return;
  }
  collector.accept(value as KubeObject, at);
}

/** Items of a typed list (`DeploymentList`) leave their own type out. */
function withListType(item: JsonValue, list: JsonMap): JsonValue {
  if (!isMap(item) || own(item, 'kind') !== undefined || list.kind === 'List') {
    return item;
  }
  const kind = String(list.kind).slice(0, -'List'.length);
  return { apiVersion: list.apiVersion, kind, ...item };
}

function lineFinder(document: DocumentText, root: JsonValue, at: Path) {
  const finder = new PositionFinder(document);
  return (path: string | Path): number | undefined => {
    const segments = typeof path === 'string' ? parsePath(path) : path;
    return segments && finder.lineOf([...at, ...segments], root);
  };
}
