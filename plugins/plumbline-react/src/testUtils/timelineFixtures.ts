import type {
  Timeline,
  TimelineItem,
} from '@plumbline/backstage-plugin-plumbline-common';
import { COMMIT } from './findingFixtures';
import { DEBUG_FINDING, HOT_FIX_EVENTS } from './hotFixFixtures';

/** An item of the timeline; everything can be replaced. @public */
export function timelineItemFixture(
  changes: Partial<TimelineItem> = {},
): TimelineItem {
  return {
    id: `audit ${HOT_FIX_EVENTS.image}`,
    time: '2026-11-20T13:47:36.000Z',
    lane: 'audit',
    kind: 'request',
    text: 'omar@example.com set the image of payments-api',
    label: 'omar: set image',
    ofIncident: true,
    eventId: HOT_FIX_EVENTS.image,
    ...changes,
  };
}

/** Requests, a commit and the life of the hot fix on one axis, newest first. @public */
export function timelineFixture(changes: Partial<Timeline> = {}): Timeline {
  return {
    from: '2026-11-20T13:30:00.000Z',
    to: '2026-11-20T14:30:00.000Z',
    items: [
      timelineItemFixture({
        id: `git ${COMMIT.sha}`,
        time: '2026-11-20T14:17:30.000Z',
        lane: 'git',
        kind: 'commit',
        text: 'lena.ortiz committed 4f2c9e1 Raise memory limit to 512Mi',
        label: '4f2c9e1 Raise memory limit',
        ofIncident: false,
        eventId: undefined,
        commit: COMMIT,
        incident: { id: 'incident-215', number: 215 },
      }),
      timelineItemFixture({
        id: `audit ${HOT_FIX_EVENTS.scale}`,
        time: '2026-11-20T14:02:11.000Z',
        text: 'jane@example.com scaled payments-api from 3 to 5',
        label: 'jane: scale 3 to 5',
        ofIncident: false,
        eventId: HOT_FIX_EVENTS.scale,
        incident: { id: 'incident-214', number: 214 },
      }),
      timelineItemFixture({
        id: 'drift acknowledged',
        time: '2026-11-20T13:58:00.000Z',
        lane: 'drift',
        kind: 'acknowledged',
        text: 'Acknowledged by omar until 18:00',
        label: 'Acknowledged by omar',
        eventId: undefined,
      }),
      timelineItemFixture({
        id: 'drift refreshed',
        time: '2026-11-20T13:47:38.000Z',
        lane: 'drift',
        kind: 'refreshed',
        text: 'A second field differs: the image of container api',
        label: '2nd field',
        eventId: undefined,
      }),
      timelineItemFixture(),
      timelineItemFixture({
        id: 'drift opened',
        time: '2026-11-20T13:41:07.000Z',
        lane: 'drift',
        kind: 'opened',
        text: 'A check after the write found a debug container',
        label: 'Opened',
        eventId: undefined,
      }),
      timelineItemFixture({
        id: `audit ${HOT_FIX_EVENTS.debug}`,
        time: '2026-11-20T13:41:05.000Z',
        text: 'omar@example.com attached a debug container',
        label: 'omar: kubectl debug',
        eventId: HOT_FIX_EVENTS.debug,
        command: DEBUG_FINDING.attribution?.command,
      }),
    ],
    losses: [
      {
        from: '2026-11-20T13:51:35.000Z',
        to: '2026-11-20T13:53:06.000Z',
        text: '21 events lost',
      },
    ],
    lanes: [
      { lane: 'audit' },
      { lane: 'git' },
      {
        lane: 'sync',
        note: 'Last sync 11:52:40 of 9ab01d7; automated sync is on, self-heal is off',
      },
      { lane: 'drift' },
    ],
    ...changes,
  };
}
