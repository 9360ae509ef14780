/** A sentence cut at the actor's name, so that the name can be set bold. @internal */
export interface SplitSentence {
  before: string;
  name: string;
  after: string;
}

/** @returns the sentence in three parts; without the name in it, all of it is `after`. @internal */
export function splitSentence(sentence: string, name: string): SplitSentence {
  const at = name === '' ? -1 : sentence.indexOf(name);
  if (at < 0) {
    return { before: '', name: '', after: sentence };
  }
  return {
    before: sentence.slice(0, at),
    name,
    after: sentence.slice(at + name.length),
  };
}
