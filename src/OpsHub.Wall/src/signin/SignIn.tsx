import { useState, type FormEvent } from 'react';
import { SignInDocument } from '../api/generated/graphql';
import { query, SignedOut } from '../api/query';
import { useMessages } from '../i18n/useMessages';
import './signin.css';

/** For whoever has no ready link. The token stays in this tab. */
export function SignIn({ onSignedIn }: { onSignedIn: (token: string) => void }) {
  const { t, language } = useMessages();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { account: String(form.get('account')), password: String(form.get('password')) };
    setBusy(true);
    setProblem(null);
    try {
      const { signIn } = await query(SignInDocument, { input }, null);
      const [refusal] = signIn.errors;
      if (signIn.token) onSignedIn(signIn.token);
      else setProblem(refusal ? (language === 'zh' ? refusal.message : refusal.messageEn) : t.signInFailed);
    } catch (error) {
      setProblem(error instanceof SignedOut ? t.signInFailed : t.unreachable);
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="signin">
      <form onSubmit={(e) => void submit(e)}>
        <h1>{t.signIn}</h1>
        <p>{t.signInNote}</p>
        <label>{t.account}<input name="account" autoComplete="username" required autoFocus /></label>
        <label>{t.password}<input name="password" type="password" autoComplete="current-password" required /></label>
        {problem && <p role="alert" className="late-t">{problem}</p>}
        <button disabled={busy}>{t.signIn}</button>
      </form>
    </main>
  );
}
