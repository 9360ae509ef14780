import { asLive, configMap } from '../fixtures/objects';
import { judge, request } from '../fixtures/requests';

const settings = { resource: 'configmaps', name: 'settings' };
const desired = configMap({ mode: 'fast' });
const at = (mode: string, resourceVersion: string) =>
  asLive(configMap({ mode }), { resourceVersion });

const patch = (mode: string, version: string, more = {}) =>
  request({
    ...settings,
    body: { data: { mode } },
    answer: at(mode, version),
    ...more,
  });
const read = (mode: string, version: string, time: string) =>
  request({
    ...settings,
    user: 'system:serviceaccount:kube-system:some-controller',
    verb: 'get',
    at: time,
    answer: at(mode, version),
  });

const judgeSlow = (...events: ReturnType<typeof request>[]) =>
  judge(at('slow', '7'), events, { desired }).attribution;

describe('requests whose answers overtook each other', () => {
  it('a controller that read a write before its writer was answered changes nothing', () => {
    const write = patch('slow', '7', { at: '10:00:01' });
    write.receivedTimeMicros = write.timeMicros - 1_500_000;
    expect(
      judgeSlow(
        read('fast', '6', '09:00:30'),
        read('slow', '7', '10:00:00'),
        write,
      ),
    ).toMatchObject({ level: 'proven', principals: ['jane@example.com'] });
  });

  it('the version tells which of two writes came last', () => {
    expect(
      judgeSlow(
        patch('slow', '7', { at: '10:00:00' }),
        patch('slower', '6', { at: '10:00:01', user: 'omar@example.com' }),
      ),
    ).toMatchObject({ level: 'proven', principals: ['jane@example.com'] });
  });

  it('a write after a read of the same version changed nothing', () => {
    expect(
      judgeSlow(
        patch('slow', '7', { at: '10:00:00' }),
        read('slow', '7', '10:00:05'),
        patch('slow', '7', { at: '10:00:06', user: 'omar@example.com' }),
      ),
    ).toMatchObject({ level: 'proven', principals: ['jane@example.com'] });
  });
});
