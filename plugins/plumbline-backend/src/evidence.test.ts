import { startTwoServices, VISIBLE } from './__testUtils__/startTwoServices';

jest.setTimeout(60_000);

interface Evidence {
  eventId?: string;
  holds: boolean;
  text: string;
}

describe('evidence of a finding', () => {
  let world: Awaited<ReturnType<typeof startTwoServices>>;

  beforeAll(async () => {
    world = await startTwoServices();
  });

  afterAll(() => world.remove());

  it('opens the stored requests that it speaks of, and they lead back', async () => {
    const { owner } = world;
    const { body: drift } = await owner('get', `/entities/${VISIBLE}/drift`);
    const [{ id }] = drift.openIncidents;
    const { body } = await owner('get', `/incidents/${id}`);
    const [{ attribution }] = body.incident.findings;
    const lines = attribution.evidence as Evidence[];
    expect(attribution).toMatchObject({
      level: 'likely',
      principals: ['jane@example.com'],
    });
    // It is the first event of its feed: what was before it nobody knows.
    expect(lines).toContainEqual({
      kind: 'observation',
      text: 'audit events are missing: the oldest stored event is younger',
      holds: false,
    });
    const eventIds = lines.flatMap(({ eventId }) => eventId ?? []);
    expect(eventIds.length).toBeGreaterThan(0);
    for (const eventId of new Set(eventIds)) {
      const { status, body: opened } = await owner(
        'get',
        `/audit-events/${eventId}`,
      );
      expect(status).toBe(200);
      expect(opened.raw.auditID).toBe(attribution.auditID);
      expect(opened.incidents).toContainEqual(expect.objectContaining({ id }));
    }
  });
});
