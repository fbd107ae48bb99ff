import { cleanText } from '../../src/domain/text.ts';
import { mailTo } from './notices.ts';
import {
  invalid,
  type LifeDependencies,
  type LifeResult,
  NOT_ALLOWED,
  NOT_FOUND,
  standingOf,
  write,
} from './standing.ts';

const MAX_ANSWER = 1000;

/** The seller answers the open complaint; it stays open until the buyer or the operator closes it. */
export async function answerComplaint(
  dependencies: LifeDependencies,
  code: string,
  answer: string,
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return NOT_FOUND;
  if (!standing.complaintOpen) return NOT_ALLOWED;
  const said = cleanText(answer).slice(0, MAX_ANSWER);
  if (!said) return invalid('answer', 'required');
  return write(dependencies.lives, standing, {
    at: dependencies.clock.now().toISOString(),
    next: standing.life,
    complaint: { do: 'answer', text: said },
    mails: mailTo(standing.parties, 'complaint_answer_buyer', { text: said }),
  });
}
