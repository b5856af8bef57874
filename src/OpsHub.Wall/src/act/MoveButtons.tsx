import type { Move } from '../api/types';
import { useMessages } from '../i18n/useMessages';
import { primary } from './usual';

/** Steps as buttons, at least 44 px high; one is marked only where there is one obvious next step. */
export function MoveButtons({ moves, all, onPick }: { moves: readonly Move[]; all: readonly Move[]; onPick: (move: Move) => void }) {
  const { language } = useMessages();
  const first = primary(all);
  return (
    <div className="moves">
      {moves.map((m) => (
        <button key={m.mutation} data-move={m.mutation} className={m === first ? 'p' : m.to ? 'e' : ''} onClick={() => onPick(m)}>
          {language === 'zh' ? m.label : m.labelEn}
        </button>
      ))}
    </div>
  );
}
