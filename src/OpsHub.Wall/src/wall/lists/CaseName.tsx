import type { ListedCase, Place } from '../../api/types';
import { categoryOf, nameOf } from '../../i18n/names';
import { useMessages } from '../../i18n/useMessages';
import { Dot } from '../../theme/Dotted';
import { Icon } from '../../theme/Icon';

/** Category and place: of a case a wall shows no title, address or person. */
export function CaseName({ listed, within }: { listed: ListedCase; within: Place['level'] }) {
  const { t, language } = useMessages();
  const place = within === 'CITY' || within === 'COUNTY' ? listed.township : listed.community;
  return (
    <div className="w">
      <div>
        {listed.priority === 'EMERGENCY' && <><Icon name="emergency" /> </>}
        {categoryOf(listed, language)}
        <span><Dot />{nameOf(place, language)}</span>
      </div>
      {listed.provisional && <em className="badge dashed">{t.provisional}</em>}
    </div>
  );
}
