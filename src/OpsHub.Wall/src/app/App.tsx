import { useCallback, useEffect, useMemo, useState } from 'react';
import { AgencyPage } from '../agency/AgencyPage';
import { YearPage } from '../assessment/YearPage';
import { CasePage } from '../case/CasePage';
import { ChannelsPage } from '../channels/ChannelsPage';
import { FailingPage } from '../channels/FailingPage';
import { CommunityPage } from '../community/CommunityPage';
import { ConsolePage } from '../console/ConsolePage';
import { ConsultationPage } from '../consultation/ConsultationPage';
import { ListPage } from '../consultation/ListPage';
import { languageOf, withLanguage } from '../i18n/language';
import { speechOf, SpeechContext } from '../i18n/useMessages';
import { PostsPage } from '../posts/PostsPage';
import { ScoreboardPage } from '../scoreboard/ScoreboardPage';
import { SignIn } from '../signin/SignIn';
import { SurveyPage } from '../survey/SurveyPage';
import { TasksPage } from '../tasks/TasksPage';
import { goTo, routeOf, usePath, type Route } from './router';
import { dropToken, keepToken, takeToken } from './session';
import { UnitPage } from './UnitPage';

/** Pages that are read at a desk; the others hang on a wall. */
const DESK: ReadonlySet<Route['page']> = new Set(['signIn', 'case', 'township', 'consultation', 'consultations', 'community', 'scoreboard', 'year', 'survey', 'posts', 'agency', 'channels', 'tasks']);

/** Letters typed into a field are text. */
const isWritten = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;

export function App() {
  const route = routeOf(usePath());
  const [token, setToken] = useState(takeToken);
  const [language, setLanguage] = useState(() => languageOf(location.search));
  const speech = useMemo(() => speechOf(language), [language]);
  const signedOut = useCallback(() => {
    dropToken();
    setToken(null);
  }, []);
  const signedIn = (next: string) => {
    keepToken(next);
    setToken(next);
    if (routeOf(location.pathname).page === 'signIn') goTo('/', true);
  };

  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'l' || event.ctrlKey || event.metaKey || isWritten(event.target)) return;
      setLanguage((l) => (l === 'zh' ? 'en' : 'zh'));
    };
    addEventListener('keydown', toggle);
    return () => removeEventListener('keydown', toggle);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    history.replaceState(null, '', withLanguage(location.pathname, location.search, language));
  }, [language]);

  const desk = !token || DESK.has(route.page);
  document.documentElement.dataset['theme'] = desk ? 'desk' : 'wall';
  return (
    <SpeechContext value={speech}>
      {!token || route.page === 'signIn' ? (
        <SignIn onSignedIn={signedIn} />
      ) : route.page === 'case' ? (
        <CasePage key={route.id} id={route.id} token={token} onSignedOut={signedOut} />
      ) : route.page === 'consultation' ? (
        <ConsultationPage key={route.number ?? route.id} number={route.number} id={route.id} token={token} onSignedOut={signedOut} />
      ) : route.page === 'consultations' ? (
        <ListPage key={route.unit} unit={route.unit} token={token} onSignedOut={signedOut} />
      ) : route.page === 'community' ? (
        <CommunityPage key={route.code} code={route.code} token={token} onSignedOut={signedOut} />
      ) : route.page === 'scoreboard' ? (
        <ScoreboardPage key={route.department ?? route.unit} unit={route.unit} department={route.department} token={token} onSignedOut={signedOut} />
      ) : route.page === 'year' ? (
        <YearPage key={`${route.agency}/${route.year}`} agency={route.agency} year={route.year} token={token} onSignedOut={signedOut} />
      ) : route.page === 'survey' ? (
        <SurveyPage key={`${route.agency}/${route.year}`} agency={route.agency} year={route.year} token={token} onSignedOut={signedOut} />
      ) : route.page === 'posts' ? (
        <PostsPage key={route.agency} agency={route.agency} token={token} onSignedOut={signedOut} />
      ) : route.page === 'agency' ? (
        <AgencyPage key={route.agency} agency={route.agency} token={token} onSignedOut={signedOut} />
      ) : route.page === 'channels' && route.organ ? (
        <ChannelsPage key={route.organ} organ={route.organ} token={token} onSignedOut={signedOut} />
      ) : route.page === 'channels' ? (
        <FailingPage token={token} onSignedOut={signedOut} />
      ) : route.page === 'tasks' ? (
        <TasksPage unit={route.unit} token={token} onSignedOut={signedOut} />
      ) : route.page === 'township' ? (
        <ConsolePage token={token} onSignedOut={signedOut} />
      ) : (
        <UnitPage code={route.page === 'unit' ? route.code : null} token={token} onSignedOut={signedOut} />
      )}
    </SpeechContext>
  );
}
