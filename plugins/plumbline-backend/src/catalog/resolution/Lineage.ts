/** One object on the way from an object to its topmost owner. */
export interface LineageObject {
  cluster: string;
  apiGroup: string;
  /** Plural; absent for an owner that is known by reference only. */
  resource?: string;
  kind?: string;
  namespace?: string;
  name?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** An object and its owners, the nearest first. */
export interface Lineage {
  object: LineageObject;
  owners: LineageObject[];
  /** Whether the index or a body tells anything of the object. */
  known: boolean;
  /** Set when an owner was found by a generated name instead of a reference. */
  guess?: { name: string; owner: LineageObject };
}

/** `Deployment payments-api`, or the plural where the kind is not known. */
export function nameOf(object: LineageObject): string {
  return `${object.kind ?? object.resource ?? 'object'} ${
    object.name ?? ''
  }`.trim();
}
