import { useCallback } from 'react';
import { FailingChannelsDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import { goTo } from '../app/router';
import { Said } from '../console/Said';
import { useMessages } from '../i18n/useMessages';
import { Away, Unread } from '../live/Away';
import { useMoments } from '../live/useNow';
import { useReading } from '../live/useReading';
import { ChannelCard } from './ChannelCard';
import '../case/case.css';
import '../assessment/year.css';
import './channels.css';

/** The channels of the whole hub that nothing gets through, for who operates it and who audits. */
export function FailingPage({ token, onSignedOut }: { token: string; onSignedOut: () => void }) {
  const { t } = useMessages();
  const w = t.channels;
  const ask = useCallback((signal: AbortSignal) => query(FailingChannelsDocument, {}, token, signal), [token]);
  const state = useReading(ask, onSignedOut);
  const now = useMoments(state.clock);
  if (!state.data) {
    return (
      <main className="case year channels">
        {state.refused ? <p className="state">{w.missing}</p> : <Unread state={state} name={w.failingTitle} onRetry={state.reread} />}
        {state.refused && <button className="act" onClick={() => goTo('/township')}>{w.toConsole}</button>}
      </main>
    );
  }
  const { noticeChannels } = state.data;
  return (
    <main className="case year channels">
      <header>
        <div className="hd"><h1>{w.failingTitle}</h1></div>
        <p className="meta">{w.failingNote}</p>
      </header>
      <Away state={state} now={now} />
      {noticeChannels.length === 0 && <section className="card"><Said icon="done" title={w.noneFailing} lines={[]} /></section>}
      <div className="of">{noticeChannels.map((c) => <ChannelCard key={c.id} channel={c} now={now.server} token={token} onPick={null} foreign />)}</div>
    </main>
  );
}
