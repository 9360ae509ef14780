import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { AuditCorpusFile, readAuditCorpus } from './readAuditCorpus';

async function all(corpora: string): Promise<AuditCorpusFile[]> {
  const files: AuditCorpusFile[] = [];
  for await (const file of readAuditCorpus(corpora)) {
    files.push(file);
  }
  return files;
}

describe('readAuditCorpus', () => {
  it('yields data with its source, inflated, and leaves descriptions out', async () => {
    const corpora = await mkdtemp(path.join(tmpdir(), 'corpora-'));
    const folder = path.join(corpora, 'audit', 'somebody', 'deep');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'audit.log.gz'), gzipSync('{}\n'));
    await writeFile(path.join(folder, 'expectations.json'), '[]');
    await writeFile(path.join(folder, 'README.md'), '#');
    expect(await all(corpora)).toEqual([
      { folder: 'somebody', file: 'deep/audit.log.gz', text: '{}\n' },
    ]);
    await rm(corpora, { recursive: true });
  });
});

// Set PLUMBLINE_CORPORA to read the shared collections.
(process.env.PLUMBLINE_CORPORA ? describe : describe.skip)(
  'the shared audit corpus',
  () => {
    it('has files of many sources', async () => {
      const files = await all(process.env.PLUMBLINE_CORPORA!);
      const folders = new Set(files.map(({ folder }) => folder));
      expect(folders.size).toBeGreaterThan(5);
      expect(files.every(({ text }) => text.length > 0)).toBe(true);
    });
  },
);
