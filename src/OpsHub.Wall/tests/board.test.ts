import { describe, expect, it, vi } from 'vitest';
import type { BoardChange, YearLine } from '../src/api/types';
import { boardFeed, REREAD_EVERY, SILENT_AFTER, withChange } from '../src/scoreboard/boardFeed';
import type { WholeBoard } from '../src/scoreboard/wholeBoard';

const line = (id: string, stage: YearLine['stage'] = 'OPENED') => ({ id, stage }) as YearLine;
const told = (lines: YearLine[], gone: string[] = [], asOf = 'later') => ({ lines, gone, asOf }) as BoardChange;
const board = (...lines: YearLine[]): WholeBoard => ({ lines, asOf: 'now' });

/** A hub whose readings are answered by hand, and the page that shows what it is told. */
function page() {
  const answers: { resolve(b: WholeBoard): void; reject(e: unknown): void }[] = [];
  const shown: WholeBoard[] = [];
  const failed = vi.fn();
  const feed = boardFeed(() => new Promise((resolve, reject) => answers.push({ resolve, reject })), (b) => shown.push(b), failed);
  const settled = async () => { for (let i = 0; i < 5; i++) await Promise.resolve(); };
  return { answers, shown, failed, feed, settled, stages: () => shown.at(-1)?.lines.map((l) => `${l.id} ${l.stage}`) };
}

describe('a board that the hub keeps', () => {
  it('puts lines in their place, adds new ones and drops those that are gone', () => {
    const after = withChange(board(line('a'), line('b')), told([line('b', 'SCORED'), line('c')], ['a']));
    expect(after.lines.map((l) => `${l.id} ${l.stage}`)).toEqual(['b SCORED', 'c OPENED']);
    expect(after.asOf).toBe('later');
  });

  it('is read once the hub begins to tell; what is told meanwhile goes on top of a reading that may be older', async () => {
    const { answers, feed, settled, stages } = page();
    feed.onTold(told([]), 0);
    feed.onTold(told([line('a', 'SCORED')]), 1);
    answers[0]!.resolve(board(line('a'), line('b')));
    await settled();
    expect(stages()).toEqual(['a SCORED', 'b OPENED']);
    feed.onTold(told([line('b', 'ASSESSING')]), 2);
    expect(stages()).toEqual(['a SCORED', 'b ASSESSING']);
    expect(answers).toHaveLength(1);
  });

  it('is read again where a reading was under way before the hub began to tell', async () => {
    const { answers, feed, settled, shown, stages } = page();
    feed.onTick(0);
    feed.onTold(told([]), 1);
    answers[0]!.resolve(board(line('a')));
    await settled();
    expect(shown).toHaveLength(0);
    answers[1]!.resolve(board(line('a', 'SCORED')));
    await settled();
    expect(stages()).toEqual(['a SCORED']);
  });

  it('is not read while the hub tells, and every ten seconds while it is silent', async () => {
    const { answers, feed, settled } = page();
    feed.onTold(told([]), 0);
    answers[0]!.resolve(board());
    await settled();
    feed.onTold(told([]), 10_000);
    for (let at = 10_000; at <= 10_000 + SILENT_AFTER; at += 1_000) feed.onTick(at);
    expect(answers).toHaveLength(1);
    feed.onTick(10_001 + SILENT_AFTER);
    feed.onTick(10_002 + SILENT_AFTER);
    expect(answers).toHaveLength(2);
    answers[1]!.resolve(board());
    await settled();
    feed.onTick(10_001 + SILENT_AFTER + REREAD_EVERY);
    expect(answers).toHaveLength(3);
  });

  it('is read whole again after a connection was lost, and after a reading that failed', async () => {
    const { answers, failed, feed, settled, stages } = page();
    feed.onTold(told([]), 0);
    answers[0]!.resolve(board(line('a')));
    await settled();
    feed.onAttempt();
    feed.onTold(told([]), 5_000);
    expect(answers).toHaveLength(2);
    answers[1]!.reject(new Error('away'));
    await settled();
    expect(failed).toHaveBeenCalledOnce();
    feed.onTold(told([line('a', 'SCORED')]), 6_000);
    expect(stages()).toEqual(['a OPENED']);
    feed.onTick(15_000);
    answers[2]!.resolve(board(line('a', 'SCORED')));
    await settled();
    expect(stages()).toEqual(['a SCORED']);
  });
});
