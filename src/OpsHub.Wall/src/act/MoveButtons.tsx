import type { Move } from '../api/types';
import { useMessages } from '../i18n/useMessages';
import { carriesOn, primary } from './usual';

/** Steps as buttons, at least 44 px high; one is marked only where there is one obvious next step. */
export function MoveButtons({ moves, all, onPick }: { moves: readonly Move[]; all: readonly Move[]; onPick: (move: Move) => void }) {
  const { language } = useMessages();
  const first = primary(all);
  return (
    <div className="moves">
      {moves.map((m) => (
        <button key={m.mutation} data-move={m.mutation} className={m === first ? 'p' : carriesOn(m) ? 'e' : ''} onClick={() => onPick(m)}>
          {language === 'zh' ? m.label : m.labelEn}
        </button>
      ))}
    </div>
  );
}
