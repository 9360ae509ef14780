import { Node } from 'yaml';
import { Path } from '../path/segment';
import { resolvePath } from '../path/resolve';
import { JsonValue, sameJson } from '../values/json';
import { DocumentText, splitDocuments } from '../yaml/documents';
import { parseTree, parseYamlDocument } from '../yaml/parse';
import { collect, DEFAULT_LIMITS, KubeObject } from '../yaml/readManifests';
import { sharedAnchors, slotAt } from './documentTree';
import { editTree } from './editTree';
import { styleOf } from './sourceStyle';
import { applyEdits, TextEdit, UnpatchableError } from './textEdit';
import { withValueAt } from './withValueAt';

/** An object of a document, with the way to it: `[]`, or to an item of a `List`. */
export interface PlacedObject {
  object: KubeObject;
  at: Path;
}

/** One document of a manifest file: as text, and as what the text says. */
export class SourceDocument {
  readonly #document: DocumentText;
  readonly #value: JsonValue;

  private constructor(document: DocumentText, value: JsonValue) {
    this.#document = document;
    this.#value = value;
  }

  /** @returns undefined for a document that cannot be read */
  static read(document: DocumentText): SourceDocument | undefined {
    const parsed = parseYamlDocument(document, DEFAULT_LIMITS);
    return 'message' in parsed
      ? undefined
      : new SourceDocument(document, parsed.value);
  }

  get text(): string {
    return this.#document.text;
  }

  get objects(): PlacedObject[] {
    const found: PlacedObject[] = [];
    collect(this.#value, [], {
      accept: (object, at) => found.push({ object, at }),
      refuse: () => undefined,
    });
    return found;
  }

  /**
   * The document with another value (or, for undefined, none) at a path of one of its objects. The text that comes out
   * was read again: it says the change, and all else in the document says what it said.
   *
   * @throws UnpatchableError
   */
  withValue(
    at: Path,
    path: Path,
    value: JsonValue | undefined,
  ): SourceDocument {
    const before = resolvePath(this.#value, at) ?? null;
    const after = withValueAt(before, path, value) ?? null;
    const root = parseTree(this.text).contents as Node | null;
    const edits: TextEdit[] = [];
    const operation = {
      text: this.text,
      style: styleOf(this.text, root),
      shared: sharedAnchors(root),
      edits,
    };
    editTree(operation, slotAt(root, at), before, after);
    const next = SourceDocument.read({
      ...this.#document,
      text: applyEdits(this.text, edits),
    });
    const wanted = withValueAt(this.#value, at, after);
    if (!next || !sameJson(next.#value, wanted)) {
      throw new UnpatchableError(
        'it is written in a form that cannot be patched without touching other fields',
      );
    }
    return next;
  }
}

/** The documents of a file in order, and as plain text what lies between them or cannot be read. */
export function splitSource(text: string): (SourceDocument | string)[] {
  const parts: (SourceDocument | string)[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  parts.push(text.slice(0, at));
  for (const document of splitDocuments(text.slice(at))) {
    const start = text.indexOf(document.text, at);
    parts.push(text.slice(at, start));
    parts.push(SourceDocument.read(document) ?? document.text);
    at = start + document.text.length;
  }
  parts.push(text.slice(at));
  return parts.filter(part => part !== '');
}

export function joinSource(
  parts: readonly (SourceDocument | string)[],
): string {
  return parts
    .map(part => (typeof part === 'string' ? part : part.text))
    .join('');
}
