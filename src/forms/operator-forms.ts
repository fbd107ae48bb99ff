import type { TurnoverQuestion } from '../domain/turnover/question.ts';

/** What the figures' pages get: the moments as they were typed, in WIB, and as they are understood. */
export interface FiguresForm {
  as_of: string;
  known_at: string;
  question: TurnoverQuestion;
  /** Which of the fields is no moment. */
  wrong: ('as_of' | 'known_at')[];
  /** How many sums were mended by counting anew. */
  recounted?: number;
}

/** What the page of suspensions gets back. */
export interface SuspendForm {
  subject: string;
  reason: string;
  kind?: string;
  error?: 'unknown_subject' | 'reason' | 'not_suspended';
  done?: { action: 'suspend' | 'resume'; subject: string };
}

/** What the page of corrections gets back: which of its forms, what was typed, and what is wrong with it. */
export interface CorrectionForm {
  action: 'correct' | 'decide';
  values: Record<string, string>;
  errors: { pointer: string; code: string }[];
  code: string;
}
