import { readDocuments } from './readDocuments';

describe('readDocuments', () => {
  it('reads documents that are no Kubernetes objects, with lines', () => {
    const { documents, errors } = readDocuments(
      '# a chart\nname: shop\ndependencies:\n- name: a\n- name: b\n---\n- 1\n',
      'Chart.yaml',
    );
    expect(errors).toEqual([]);
    expect(documents.map(({ value }) => value)).toEqual([
      { name: 'shop', dependencies: [{ name: 'a' }, { name: 'b' }] },
      [1],
    ]);
    expect(documents[0].lineOf('dependencies[1]')).toBe(5);
  });

  it('refuses what Kubernetes refuses, with file and line', () => {
    const { documents, errors } = readDocuments(
      'a: 1\n---\nb: 1\nb: 2\n',
      'values.yaml',
    );
    expect(documents).toHaveLength(1);
    expect(errors).toEqual([
      { file: 'values.yaml', line: 4, message: 'duplicate key' },
    ]);
  });
});
