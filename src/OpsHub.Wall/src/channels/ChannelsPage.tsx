import { useCallback, useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { ActSession } from '../act/session';
import { useToast } from '../act/Toast';
import { ChannelsPageDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import { channelsPath, follow, goTo } from '../app/router';
import { Said } from '../console/Said';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Away, Unread } from '../live/Away';
import { useMoments } from '../live/useNow';
import { useReading } from '../live/useReading';
import { ChannelCard } from './ChannelCard';
import { channelHub } from './channelHub';
import { SecretOnce } from './SecretOnce';
import { adding, formOf, inNeed, verbsOf, type Channel, type Form, type Verb } from './verbs';
import { CHOICES } from './words';
import '../case/case.css';
import '../assessment/year.css';
import './channels.css';

const SUBJECT = { kind: 'channel', id: '' } as const;

interface Open {
  readonly session: ActSession;
  readonly about: string;
  /** Its answer is to bring a secret, and another one signs beside it. */
  readonly secret: 'first' | 'next' | null;
}

/** The channels through which an organ is told: how each goes, and what the viewer may set. R046. */
export function ChannelsPage({ organ, token, onSignedOut }: { organ: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const w = t.channels;
  const ask = useCallback((signal?: AbortSignal) => query(ChannelsPageDocument, { organ }, token, signal), [organ, token]);
  const state = useReading(ask, onSignedOut);
  const now = useMoments(state.clock);
  const [open, setOpen] = useState<Open | null>(null);
  const [secret, setSecret] = useState<{ readonly text: string; readonly former: boolean } | null>(null);
  const toast = useToast();

  if (!state.data) {
    return (
      <main className="case year channels">
        {state.refused || state.malformed ? <p className="state">{w.missing}</p> : <Unread state={state} name={w.title} onRetry={state.reread} />}
        {(state.refused || state.malformed) && <button className="act" onClick={() => goTo('/township')}>{w.toConsole}</button>}
      </main>
    );
  }
  const { noticeChannelSetting: setting, noticeChannels, viewer } = state.data;
  const show = ({ move, known, fixed }: Form, about: string, brings: Open['secret'], still: (channels: readonly Channel[]) => Channel | null) => {
    const since = async () => {
      const channel = still((await ask()).noticeChannels);
      return channel ? { version: channel.version, moves: [move], entries: [] } : null;
    };
    // The same command again tells no secret: then it is lost, and has to be replaced.
    const came = (text: string | null) => (brings && text ? setSecret({ text, former: brings === 'next' }) : brings ? toast.show(w.secretLost) : undefined);
    setOpen({ about, secret: brings, session: new ActSession(move, { fixed }, now.server, channelHub(token, onSignedOut, came, since), undefined, known) });
  };
  const pick = (c: Channel) => (verb: Verb) => show(
    formOf(verb, c, setting.longestTarget), verb === 'off' ? w.offNote : verb === 'secret' ? w.secretNote : verb === 'resend' ? w.resendNote : `${w.kinds[c.kind]} ${c.target}`,
    verb === 'secret' ? 'next' : null, (channels) => channels.find((x) => x.id === c.id && verbsOf(x).includes(verb)) ?? null,
  );
  const done = (label: string) => {
    if (!open?.secret) toast.show(t.act.done(label, null));
    setOpen(null);
    state.reread();
  };
  const name = nameOf(setting.organ, language);
  return (
    <main className="case year channels">
      <header>
        <p className="meta crumbs">
          <button onClick={() => goTo('/township')}>{w.toConsole}</button>
          {viewer.seesAllChannels && <a className="back" href={channelsPath(null)} onClick={follow(channelsPath(null))}>{w.toFailing}</a>}
        </p>
        <div className="hd"><h1>{name} <span>{w.title}</span></h1></div>
        <p className="meta">{w.held(noticeChannels.length, setting.most)}</p>
      </header>
      <Away state={state} now={now} />
      {noticeChannels.length === 0 && <section className="card"><Said icon="bell" title={w.none} lines={[w.note]} /></section>}
      <div className="of">
        {inNeed(noticeChannels).map((c) => <ChannelCard key={c.id} channel={c} now={now.server} token={token} onPick={pick(c)} />)}
      </div>
      <section className="card add">
        <h2>{w.addTitle}</h2>
        {setting.mayAdd.length === 0 ? <p className="meta">{w.onlySee}</p> : (
          <div className="moves">
            {setting.mayAdd.toSorted((a, b) => Number(a === 'WEBHOOK') - Number(b === 'WEBHOOK')).map((kind) => (
              <button key={kind} data-add={kind} disabled={noticeChannels.length >= setting.most}
                onClick={() => show(adding(organ, kind, setting.longestTarget), `${name} ${w.kinds[kind]}`, kind === 'WEBHOOK' ? 'first' : null, () => null)}>{w.moves[kind]}</button>
            ))}
          </div>
        )}
        <p className="meta">{w.note}</p>
      </section>
      {open && <ActSheet session={open.session} subject={SUBJECT} given={CHOICES} token={token} about={open.about} onClose={() => setOpen(null)} onDone={done} onStale={state.reread} />}
      {secret && <SecretOnce secret={secret.text} former={secret.former} onClose={() => setSecret(null)} />}
      {toast.view}
    </main>
  );
}
