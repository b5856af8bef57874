import { describe, expect, it } from 'vitest';
import type { Figures, Happening } from '../src/api/types';
import { emptyState, withEvent, withSummaries } from '../src/live/unitState';

const figures = (code: string, version: string, open: number): Figures => ({
  code, name: code, epoch: '7', version, asOf: '2026-11-23T14:32:05+08:00', open, overdue: 0, overduePerMille: 0,
  dueToday: 0, dueTodayDone: 0, dueWithinHour: 0, reportedToday: 0, reportedLastHour: 0, closedToday: 0,
  closed30Days: 0, onTime30Days: 0, onTimePerMille: null, emergencies: 0, urged: 0,
});

const happening = (position: string) => ({ position }) as Happening;

describe('what a wall knows', () => {
  it('starts with unknown figures, not with zeros', () => expect(emptyState('4302', 0).summary).toBeNull());

  it('keeps the newer of two summaries, whichever comes last', () => {
    const once = withSummaries(emptyState('4302', 0), figures('4302', '10', 3482), []);
    expect(withSummaries(once, figures('4302', '9', 1), []).summary?.open).toBe(3482);
    expect(withSummaries(once, figures('4302', '11', 3481), []).summary?.open).toBe(3481);
  });

  it('judges each child by its own version', () => {
    const once = withSummaries(emptyState('4302', 0), figures('4302', '1', 0), [figures('430202', '5', 7), figures('430203', '5', 8)]);
    const twice = withSummaries(once, figures('4302', '2', 0), [figures('430202', '4', 70), figures('430203', '6', 80)]);
    expect([...twice.children.values()].map((c) => c.open)).toEqual([7, 80]);
    expect(once.children.get('430203')?.open).toBe(8);
  });

  it('shows an event that comes twice once, newest first', () => {
    const events = ['1', '2', '2', '3'].reduce((s, p) => withEvent(s, happening(p)), emptyState('4302', 0)).events;
    expect(events.map((e) => e.position)).toEqual(['3', '2', '1']);
  });
});
