import { QueryFailed, SignedOut } from '../api/query';
import type { Outcome } from './command';

/** The codes with which the hub says that it may be asked again. */
const AGAIN = new Set(['RETRY_LATER', 'INTERNAL', 'NOT_READY']);

/** What an answer without a result says of a step: a refusal as a whole. @throws The error itself where it is not known whether it arrived, or the hub may be asked again. */
export function said(error: unknown, onSignedOut: () => void): Outcome {
  if (error instanceof SignedOut) onSignedOut();
  if (!(error instanceof QueryFailed) || !error.code || AGAIN.has(error.code)) throw error;
  return { subjectId: null, sequence: null, errors: [{ __typename: 'QueryFailed', code: error.code, rule: 'HUB', clause: '', message: error.message, messageEn: error.message }] };
}
