import { describe, expect, it } from 'vitest';
import type { Figures, Happening } from '../src/api/types';
import { emptyState, withEvent, withSummaries, type UnitState } from '../src/live/unitState';

const figures = (code: string, version: string, open: number): Figures => ({
  code, name: code, epoch: '7', version, asOf: '2026-11-23T14:32:05+08:00', open, overdue: 0, overduePerMille: 0,
  dueToday: 0, dueTodayDone: 0, dueWithinHour: 0, reportedToday: 0, reportedLastHour: 0, closedToday: 0,
  closed30Days: 0, onTime30Days: 0, onTimePerMille: null, emergencies: 0, urged: 0,
  consultations: {
    open: 0, byStage: [], announcementsDueToday: 0, announcementsLate: 0, plansDueToday: 0, plansLate: 0, breached: 0, overdue: 0, furtherRounds: 0,
    votesAhead: 0, sessionsToday: 0, nextAnnouncementDue: null,
  },
});

const happening = (position: string, caseId = 'case-1') => ({ position, caseId }) as Happening;

describe('what a wall knows', () => {
  it('starts with unknown figures, not with zeros', () => expect(emptyState('4302', 0).summary).toBeNull());

  it('keeps the newer of two summaries, whichever comes last', () => {
    const once = withSummaries(emptyState('4302', 0), figures('4302', '10', 3482), []);
    expect(withSummaries(once, figures('4302', '9', 1), []).summary?.open).toBe(3482);
    expect(withSummaries(once, figures('4302', '11', 3481), []).summary?.open).toBe(3481);
  });

  it("takes or drops the children with their unit's pair, as a whole", () => {
    const open = (s: UnitState) => [...s.children.values()].map((c) => c.open);
    const once = withSummaries(emptyState('4302', 0), figures('4302', '5', 0), [figures('430202', '5', 7), figures('430203', '5', 8)]);
    expect(open(withSummaries(once, figures('4302', '6', 0), [figures('430202', '0', 70), figures('430203', '6', 80)]))).toEqual([70, 80]);
    expect(open(withSummaries(once, figures('4302', '4', 0), [figures('430202', '9', 70)]))).toEqual([7, 8]);
  });

  it('shows an event that comes twice once, newest first', () => {
    const events = ['1', '2', '2', '3'].reduce((s, p) => withEvent(s, happening(p)), emptyState('4302', 0)).events;
    expect(events.map((e) => e.position)).toEqual(['3', '2', '1']);
  });
});
