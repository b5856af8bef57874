import { useEffect, useState } from 'react';
import { ChannelPastDocument, type ChannelPastQuery } from '../api/generated/graphql';
import { query } from '../api/query';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';

type Read = ChannelPastQuery['noticeChannels'][number];

/** Who changed a channel and what it gave up; read when it is opened, and again when it changed. */
export function Past({ id, organ, version, token }: { id: string; organ: string; version: string; token: string }) {
  const { t, language } = useMessages();
  const w = t.channels;
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<Read | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!open) return;
    const stopping = new AbortController();
    query(ChannelPastDocument, { organ }, token, stopping.signal).then(
      (answer) => (setFailed(false), setRead(answer.noticeChannels.find((c) => c.id === id) ?? null)),
      () => !stopping.signal.aborted && setFailed(true),
    );
    return () => stopping.abort();
  }, [open, id, organ, version, token]);
  return (
    <details className="past" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.past}</summary>
      {failed && <p className="meta">{w.unread}</p>}
      {read && read.givenUpMessages.length > 0 && (
        <>
          <h3>{w.lost}</h3>
          <ul>{read.givenUpMessages.map((m) => <li key={m.key}>{dayAndTime(instant(m.at))}<Dot />{m.number ?? m.kind}<Dot />{w.attempts(m.attempts)}</li>)}</ul>
        </>
      )}
      {read && (
        <>
          <h3>{w.changes}</h3>
          <ul>{read.changes.map((c) => <li key={c.version}>{dayAndTime(instant(c.at))}<Dot />{nameOf(c.organ, language)}<Dot />{language === 'zh' ? c.changeZh : c.changeEn}</li>)}</ul>
        </>
      )}
    </details>
  );
}
