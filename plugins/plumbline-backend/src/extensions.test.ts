import type { Renderer } from '@plumbline/backstage-plugin-plumbline-node';
import { ModuleExtensions } from './extensions';

describe('ModuleExtensions', () => {
  const renderer = (kind: string): Renderer => ({
    kind,
    render: async () => ({ objects: [], errors: [], skipped: [] }),
  });

  it('takes a renderer once', () => {
    const { renderers, addedRenderers } = new ModuleExtensions();
    renderers.addRenderer(renderer('jsonnet'));
    expect(addedRenderers).toHaveLength(1);
    expect(() => renderers.addRenderer(renderer('jsonnet'))).toThrow(
      'There is a renderer jsonnet already',
    );
  });

  it.each(['plain', 'kustomize', 'helm'])('keeps its own %s', kind => {
    expect(() =>
      new ModuleExtensions().renderers.addRenderer(renderer(kind)),
    ).toThrow(`There is a renderer ${kind} already`);
  });

  it('refuses a kind that no annotation can name', () => {
    expect(() =>
      new ModuleExtensions().renderers.addRenderer(renderer('My Renderer')),
    ).toThrow('small letters, digits and dashes: My Renderer');
  });
});
