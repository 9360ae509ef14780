import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';

/** A commit as evidence. */
export interface SourceCommit {
  sha: string;
  author?: string;
  /** First line. */
  message?: string;
  /** Milliseconds since the epoch. */
  time?: number;
  url?: string;
}

/** A regular file of a source. */
export type SourceFile = RepositoryFile;

/** Something below the path that is not read, and why. */
export interface RefusedFile {
  path: string;
  reason: string;
}

/** The files below one path, all of one commit. */
export interface SourceTree {
  commit: SourceCommit;
  files: SourceFile[];
  refused: RefusedFile[];
}

/** Where a line of a manifest comes from. */
export interface SourceEvidence {
  /** The commit that wrote the line, or that last touched the file; absent when the history does not reach it. */
  commit?: SourceCommit;
  /** Page of the file at the host. */
  url?: string;
}

/** What is read below a path. */
export interface SourceReadOptions {
  /** Files that can hold manifests by their name (default), or every regular file, as a renderer may need. */
  files?: 'manifests' | 'all';
  /** Commit, branch or tag to read instead of the one that the location names. */
  revision?: string;
}

/** Which commits of a repository. */
export interface SourceChangesQuery {
  /** Relative to the location: commits that touch it, or something below it. */
  path: string;
  /** Milliseconds since the epoch, both inclusive. */
  from: number;
  to: number;
  limit: number;
}

/** Commits of a span, the newest first. */
export interface SourceChanges {
  commits: SourceCommit[];
  /** Why none, or not all, are known. */
  reason?: string;
}

/** A place that manifests are read from. */
export interface DesiredSource {
  /**
   * Reads the files at or below a path at one commit.
   *
   * @throws DesiredStateError
   */
  read(
    location: string,
    path: string,
    options?: SourceReadOptions,
  ): Promise<SourceTree>;
  /** What is known of the origin of a line; empty rather than a guess. */
  evidenceOf(
    location: string,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceEvidence>;
  /**
   * Way from the repository's root to the location, without `/` at the ends; empty for the root.
   *
   * @throws DesiredStateError
   */
  folderOf(location: string): Promise<string>;
  /**
   * Commits that touch a path.
   *
   * @throws DesiredStateError
   */
  changes(location: string, query: SourceChangesQuery): Promise<SourceChanges>;
}
