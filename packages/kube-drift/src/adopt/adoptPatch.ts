import { isObjectOf } from './isObjectOf';
import { isKubeObject } from '../identity/ref';
import { locatePath } from '../path/locate';
import { parsePath } from '../path/parse';
import { resolvePath } from '../path/resolve';
import { Path } from '../path/segment';
import { nodeAt } from '../schema/nodeAt';
import { SchemaRegistry } from '../schema/registry';
import { isMap, JsonValue } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { AdoptChange, AdoptedSource, AdoptOptions } from './AdoptChange';
import { SensitiveLines } from './SensitiveLines';
import {
  joinSource,
  PlacedObject,
  SourceDocument,
  splitSource,
} from './SourceDocument';
import { UnpatchableError } from './textEdit';
import { HiddenLineError, unifiedDiff } from './unifiedDiff';
import { whyNotAdopted, whyNotWhole } from './whyNotAdopted';
import { withoutDefaults } from './withoutDefaults';

type Parts = (SourceDocument | string)[];

const REGISTRY = new SchemaRegistry({});

/**
 * Writes live values into a manifest file, so that Git says what the cluster does. Only the lines of those values
 * change: comments, order, quotes and indentation stay. Each change is read back before it is kept; what cannot be
 * written, or must not be, is named with its reason. Pure.
 *
 * @param source - text of the file: YAML or JSON, several documents, `List` kinds
 * @public
 */
export function adoptPatch(
  source: string,
  changes: readonly AdoptChange[],
  options: AdoptOptions,
): AdoptedSource {
  const state: AdoptedSource & { parts: Parts } = {
    parts: splitSource(source),
    text: source,
    patch: '',
    adopted: [],
    notAdopted: [],
  };
  const sensitive = new SensitiveLines();
  for (const change of changes) {
    const { ref, path } = change;
    try {
      const parts = adoptOne(state.parts, change, options);
      const text = joinSource(parts);
      const patch = diffOf(options.file, source, text, sensitive);
      Object.assign(state, { parts, text, patch });
      state.adopted.push({ ref, path });
    } catch (error) {
      state.notAdopted.push({ ref, path, reason: reasonOf(error) });
    }
  }
  const { parts, ...adopted } = state;
  return adopted;
}

/** @throws UnpatchableError */
function adoptOne(
  parts: Parts,
  change: AdoptChange,
  options: AdoptOptions,
): Parts {
  const whole = whyNotWhole(change);
  if (whole) {
    throw new UnpatchableError(whole);
  }
  const place = findObject(parts, change.ref, options.namespace);
  if (!place) {
    throw new UnpatchableError('no manifest of this file declares the object');
  }
  const { document, placed } = place;
  const { object } = placed;
  const live = (options.live ?? [])
    .filter(isKubeObject)
    .filter(one => isObjectOf(one, change.ref, options.namespace));
  const path = pathOf(change.path, [object, ...live]);
  if (!path) {
    throw new UnpatchableError('its path cannot be read');
  }
  const written = whatToWrite(change, path, live.at(-1));
  const reason = whyNotAdopted(written.change, object.kind, written.path);
  if (reason) {
    throw new UnpatchableError(reason);
  }
  const value = valueToWrite(written.change, placed, written.path);
  const next = document.withValue(placed.at, written.path, value);
  if (next.text === document.text) {
    throw new UnpatchableError('the manifest says so already');
  }
  return parts.map(part => (part === document ? next : part));
}

/**
 * Where a list element without a key lacks a field, the element as a whole: what stands there in its place belongs to the
 * list, and is no difference of its own.
 */
function whatToWrite(
  change: AdoptChange,
  path: Path,
  live: KubeObject | undefined,
): { change: AdoptChange; path: Path } {
  const at = path.findLastIndex(segment => 'index' in segment);
  const element = path.slice(0, at + 1);
  const found = at === -1 ? undefined : resolvePath(live, element);
  return change.type === 'missing' && isMap(found)
    ? { change: { ...change, live: found }, path: element }
    : { change, path };
}

/** Where one of the objects has the path, they tell its steps; else the text alone. */
function pathOf(text: string, objects: KubeObject[]): Path | undefined {
  const located = locatePath(text, objects);
  const exists =
    located &&
    objects.some(object => resolvePath(object, located) !== undefined);
  return exists ? located : parsePath(text) ?? located;
}

function valueToWrite(
  change: AdoptChange,
  { object }: PlacedObject,
  path: Path,
): JsonValue | undefined {
  const live = change.live as JsonValue | undefined;
  const type = REGISTRY.kind(object.apiVersion, object.kind);
  return live === undefined
    ? undefined
    : withoutDefaults(live, nodeAt(type, path), resolvePath(object, path));
}

/** The last declaration counts, as for kubectl. */
function findObject(
  parts: Parts,
  ref: string,
  namespace: string | undefined,
): { document: SourceDocument; placed: PlacedObject } | undefined {
  return parts
    .flatMap(part =>
      typeof part === 'string'
        ? []
        : part.objects.map(placed => ({ document: part, placed })),
    )
    .findLast(({ placed }) => isObjectOf(placed.object, ref, namespace));
}

function diffOf(
  file: string,
  before: string,
  after: string,
  sensitive: SensitiveLines,
): string {
  return unifiedDiff(
    file,
    { before, after },
    { before: sensitive.of(before), after: sensitive.of(after) },
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof UnpatchableError) {
    return error.message;
  }
  if (error instanceof HiddenLineError) {
    return 'the lines around it hold values that must not be shown';
  }
  throw error;
}
