import type { KubeConfig } from '@kubernetes/client-node';

type KubernetesClientNode = { KubeConfig: new () => KubeConfig };

let loaded: KubernetesClientNode | undefined;

/**
 * `@kubernetes/client-node` is an ES module and slow to load, so it is loaded at first use. Node's own `require` does so
 * in a CommonJS bundle and under Jest alike, where `import()` does not.
 */
export function kubernetesClientNode(): KubernetesClientNode {
  if (!loaded) {
    const { createRequire } = process.getBuiltinModule('node:module');
    const required: KubernetesClientNode = createRequire(__filename)(
      '@kubernetes/client-node',
    );
    loaded = required;
  }
  return loaded;
}
