/**
 * What a request did, in the three parts a sentence needs:
 * `scaled` · `scale` · `Deployment web in shop to 3`.
 */
export interface Deed {
  past: string;
  infinitive: string;
  /** The object and what became of it. */
  rest: string;
  /** Infinitive for a refusal, where the API's own verb is the clearer word. */
  refused?: string;
}

export function deed(past: string, infinitive: string, rest: string): Deed {
  return { past, infinitive, rest };
}
