import { resumed } from '../../src/domain/fulfilment/order-life.ts';
import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
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
import { type MoveRequest, transition } from './transition-order.ts';

/** The seller answers the open complaint; it stays open until the buyer or the operator closes it. */
export async function answerComplaint(
  dependencies: LifeDependencies,
  code: string,
  answer: string,
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return NOT_FOUND;
  if (!standing.complaintOpen) return NOT_ALLOWED;
  const said = cleanText(answer);
  if (!said) return invalid('answer', 'required');
  if (said.length > MAX_CHARACTERS.complaint) return invalid('answer', 'too_long');
  return write(dependencies.lives, standing, {
    at: dependencies.clock.now().toISOString(),
    next: standing.life,
    complaint: { do: 'answer', text: said },
    mails: mailTo(standing.parties, 'complaint_answer_buyer', { text: said }),
  });
}

/**
 * The operator decides on an open complaint: buyer and seller get the words, the audit trail a line. It stays open
 * until it is closed, by the operator or the buyer; then every clock goes on.
 * @param by the operator's address
 */
export async function decideComplaint(
  dependencies: LifeDependencies,
  code: string,
  by: string,
  { decision, close }: { decision: string; close: boolean },
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return NOT_FOUND;
  const { life, complaintOpen, parties } = standing;
  if (!complaintOpen) return NOT_ALLOWED;
  const text = cleanText(decision);
  if (!text) return invalid('decision', 'required');
  if (text.length > MAX_CHARACTERS.complaint) return invalid('decision', 'too_long');
  const now = dependencies.clock.now();
  const events = close
    ? (['complaint_decision', 'complaint_closed'] as const)
    : (['complaint_decision'] as const);
  return write(dependencies.lives, standing, {
    at: now.toISOString(),
    next: close ? resumed(life, life.complaint!.opened_at, now) : life,
    complaint: { do: 'decide', text, close },
    audit: { actor: by, action: close ? 'close_complaint' : 'decide_complaint', detail: text },
    mails: (['buyer', 'seller'] as const).flatMap((party) =>
      events.flatMap((event) =>
        mailTo(parties, `${event}_${party}`, event === 'complaint_decision' ? { text } : {}),
      ),
    ),
  });
}

/**
 * The operator ends an order that is stuck: cancels it before it was paid, or records that its money went back, for
 * a seller who does not answer or has left. Why is told to both and stands in the audit trail.
 * @param by the operator's address
 */
export async function endAsOperator(
  dependencies: LifeDependencies,
  code: string,
  by: string,
  request: MoveRequest,
): Promise<LifeResult> {
  const standing = await standingOf(dependencies, code);
  if (!standing) return NOT_FOUND;
  if (!cleanText(request.reason ?? '')) return invalid('reason', 'reason');
  return transition(dependencies, standing, 'operator', request, { operator: by });
}
