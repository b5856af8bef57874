import type { Viewer } from '../api/types';
import { channelsPath } from '../app/router';
import { To } from '../app/To';
import { useMessages } from '../i18n/useMessages';

/** To where the organ's channels are set, for those to whom the hub shows them. */
export function ChannelsLink({ viewer }: { viewer: Viewer }) {
  const { t } = useMessages();
  return viewer.seesChannels ? <To path={channelsPath(viewer.organ.code)} className="to-channels">{t.channels.open}</To> : null;
}
