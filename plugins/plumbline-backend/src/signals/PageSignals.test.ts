import { mockServices } from '@backstage/backend-test-utils';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { PageSignals } from './PageSignals';

describe('PageSignals', () => {
  it('names nothing, since everybody receives it', () => {
    const sent: object[] = [];
    new PageSignals({
      logger: mockServices.logger.mock(),
      signals: {
        async publish<TMessage extends JsonObject>(
          signal: SignalPayload<TMessage>,
        ) {
          sent.push(signal);
        },
      },
    }).send('plumbline:drift');
    expect(sent).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'plumbline:drift',
        message: {},
      },
    ]);
  });

  it('fails nobody when it cannot be sent', async () => {
    const logger = mockServices.logger.mock();
    const down = new Error('down');
    new PageSignals({
      logger,
      signals: { publish: () => Promise.reject(down) },
    }).send('plumbline:audit');
    await new Promise(setImmediate);
    expect(logger.warn).toHaveBeenCalledWith(
      'The signal plumbline:audit could not be sent',
      down,
    );
  });
});
