import { Path } from '../path/segment';
import { SchemaNode } from '../schema/schemaNode';
import { JsonValue } from '../values/json';

/** One place where desired and live are held against each other. */
export interface Place {
  path: Path;
  schema?: SchemaNode;
  /** Name of the field, of the list for its elements. */
  name?: string;
  parentName?: string;
  /** The value's container in desired and its key there. */
  container?: JsonValue;
  key?: string | number;
  /** Type of the struct that holds the field. */
  parentType?: string;
  /** The value is a field of a Go struct, which may drop zero values. */
  inStruct?: boolean;
  /**
   * An element is tried against others: only whether it differs is asked, so
   * no list in it is tried in another order again.
   */
  isTrial?: boolean;
}

/** The place of a field below. */
export function childPlace(
  place: Place,
  container: JsonValue,
  name: string,
): Place {
  return {
    path: [...place.path, { field: name }],
    schema: place.schema?.field(name),
    name,
    parentName: place.name,
    container,
    key: name,
    parentType: place.schema?.typeName,
    inStruct: isStruct(place.schema),
    isTrial: place.isTrial,
  };
}

/** Whether the type is one of the API server's own Go structs. */
export function isStruct(schema: SchemaNode | undefined): boolean {
  return schema?.builtIn === true && schema.typeName !== undefined;
}
