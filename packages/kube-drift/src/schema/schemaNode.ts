import { JsonValue } from '../values/json';
import { ScalarType } from '../values/scalar';
import { CompiledSchema } from './compiledSchema';

/** How the elements of a list are told apart. */
export type ListRule =
  | { kind: 'atomic' }
  | { kind: 'set' }
  | { kind: 'keyed'; keys: readonly string[] };

/**
 * What is known of one place in an object. Resolved step by step while the
 * engine walks; nothing of an object's type is built before it is met.
 */
export interface SchemaNode {
  /** A Go type that drops its zero values when it is written (`omitempty`). */
  readonly builtIn: boolean;
  /** Name of the type, for the table of defaults. */
  readonly typeName?: string;
  readonly scalar: ScalarType;
  readonly default?: JsonValue;
  /** A union: a member that is not declared is cleared when one is applied. */
  readonly retainKeys?: boolean;
  /** Set for lists of a known type. */
  readonly list?: ListRule;
  /** Type of a list's elements or of a map's values. */
  readonly items?: SchemaNode;
  /** The type of a field; `undefined` when the type says nothing of it. */
  field(name: string): SchemaNode | undefined;
}

const SCALARS: Record<string, ScalarType> = {
  s: 'string',
  i: 'integer',
  n: 'number',
  b: 'boolean',
  q: 'quantity',
  x: 'int-or-string',
  d: 'duration',
  t: 'time',
  y: 'bytes',
  '*': 'any',
};

/** The equals sign of a set (`[=]`) begins no default. */
const WITH_DEFAULT = /^(.+?)(?<!\[)=(.*)$/s;

/** Reads nodes out of a compiled schema, each once. */
export class CompiledSchemaReader {
  readonly #schema: CompiledSchema;
  readonly #nodes = new Map<string, SchemaNode>();

  constructor(schema: CompiledSchema) {
    this.#schema = schema;
  }

  /** The type of a whole object; `undefined` for a kind it does not know. */
  kind(apiVersion: string, kind: string): SchemaNode | undefined {
    const key = `${apiVersion}/${kind}`;
    const known = Object.hasOwn(this.#schema.kinds, key)
      ? this.#schema.kinds[key]
      : undefined;
    return known && this.node(`@${known.type}`, !known.custom);
  }

  /** A type by its short name: `core.v1.PodSpec`. */
  type(name: string): SchemaNode | undefined {
    return Object.hasOwn(this.#schema.types, name)
      ? this.node(`@${name}`, true)
      : undefined;
  }

  node(description: string, builtIn: boolean): SchemaNode {
    const key = `${builtIn ? '' : '!'}${description}`;
    let node = this.#nodes.get(key);
    if (!node) {
      node = this.#read(description, builtIn);
      this.#nodes.set(key, node);
    }
    return node;
  }

  #read(text: string, builtIn: boolean): SchemaNode {
    const match = WITH_DEFAULT.exec(text);
    return match
      ? { ...this.#readType(match[1], builtIn), default: JSON.parse(match[2]) }
      : this.#readType(text, builtIn);
  }

  #readType(description: string, builtIn: boolean): SchemaNode {
    const list = /^\[([^\]]*)\](.+)$/.exec(description);
    if (list) {
      return {
        builtIn,
        scalar: 'any',
        list: listRule(list[1]),
        items: this.node(list[2], builtIn),
        field: () => undefined,
      };
    }
    if (description.startsWith('{}')) {
      const items = this.node(description.slice(2), builtIn);
      return { builtIn, scalar: 'any', items, field: () => items };
    }
    if (description.startsWith('~')) {
      const type = this.node(description.slice(1), builtIn);
      return { ...type, retainKeys: true };
    }
    if (description.startsWith('@')) {
      return this.#struct(description.slice(1), builtIn);
    }
    const scalar = SCALARS[description[0]] ?? 'any';
    return { builtIn, scalar, field: () => undefined };
  }

  #struct(typeName: string, builtIn: boolean): SchemaNode {
    const fields = this.#schema.types[typeName] ?? {};
    const known = new Map<string, SchemaNode>();
    return {
      builtIn,
      typeName,
      scalar: 'any',
      field: name => {
        let node = known.get(name);
        if (!node && Object.hasOwn(fields, name)) {
          node = this.node(fields[name], builtIn);
          known.set(name, node);
        }
        return node;
      },
    };
  }
}

function listRule(marker: string): ListRule {
  if (marker === '') {
    return { kind: 'atomic' };
  }
  return marker === '='
    ? { kind: 'set' }
    : { kind: 'keyed', keys: marker.split(',') };
}
