import { diffManifests } from '../diffManifests';
import { asLive, container, deployment } from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

const podSpec = (object: KubeObject) =>
  (object.spec as { template: { spec: JsonMap } }).template.spec;

function withEnv(variables: Array<[string, string]>): KubeObject {
  const object = deployment();
  container(object).env = variables.map(([name, value]) => ({ name, value }));
  return object;
}

function compare(desired: KubeObject, live: KubeObject) {
  const [{ findings }] = diffManifests([desired], [asLive(live)]).objects;
  return findings.map(({ path, verdict, reason }) => [path, verdict, reason]);
}

const ENV = 'spec.template.spec.containers[name=web].env';

describe('the order of environment variables', () => {
  const host: [string, string] = ['HOST', 'db'];
  const url: [string, string] = ['URL', 'tcp://$(HOST):5432'];
  const mode: [string, string] = ['MODE', 'fast'];

  it('matters where one refers to another before it', () => {
    expect(compare(withEnv([host, url]), withEnv([url, host]))).toEqual([
      [ENV, 'drift', expect.stringContaining('URL refers to a variable')],
    ]);
  });

  it('means nothing otherwise', () => {
    const inOrder = withEnv([host, url, mode]);
    expect(compare(inOrder, withEnv([mode, host, url]))).toEqual([]);
    const escaped: [string, string] = ['URL', 'tcp://$$(HOST)'];
    expect(compare(withEnv([host, escaped]), withEnv([escaped, host]))).toEqual(
      [],
    );
    const foreign: [string, string] = ['URL', '$(NOT_HERE)'];
    expect(compare(withEnv([mode, foreign]), withEnv([foreign, mode]))).toEqual(
      [],
    );
  });

  it('does not hide a changed value', () => {
    const other: [string, string] = ['HOST', 'replica'];
    expect(
      compare(withEnv([host, url]), withEnv([url, other])).map(
        ([path]) => path,
      ),
    ).toEqual([ENV, `${ENV}[name=HOST].value`]);
  });
});

describe('the order of init containers', () => {
  const withInit = (...names: string[]) => {
    const object = deployment();
    podSpec(object).initContainers = names.map(name => ({ name, image: name }));
    return object;
  };
  const path = 'spec.template.spec.initContainers';

  it('matters: they run one after the other', () => {
    expect(compare(withInit('a', 'b'), withInit('b', 'a'))).toEqual([
      [path, 'drift', expect.stringContaining('one after the other')],
    ]);
  });

  it('is kept by one that was injected between them', () => {
    expect(compare(withInit('a', 'b'), withInit('a', 'mesh', 'b'))).toEqual([]);
  });
});
