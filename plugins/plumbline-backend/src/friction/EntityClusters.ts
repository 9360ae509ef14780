/** Tells on which clusters objects of entities are known. */
export interface EntityClusters {
  /** Entities without any are absent, or have an empty list. */
  clustersOf(entityRefs: string[]): Promise<Map<string, string[]>>;
}

/** What any of several sources knows: audit events, the owner index, drift targets. */
export class JoinedEntityClusters implements EntityClusters {
  readonly #sources: EntityClusters[];

  constructor(sources: EntityClusters[]) {
    this.#sources = sources;
  }

  async clustersOf(entityRefs: string[]): Promise<Map<string, string[]>> {
    const answers = await Promise.all(
      this.#sources.map(source => source.clustersOf(entityRefs)),
    );
    return new Map(
      entityRefs.map(ref => [
        ref,
        [...new Set(answers.flatMap(answer => answer.get(ref) ?? []))].sort(),
      ]),
    );
  }
}
