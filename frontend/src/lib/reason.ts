import type { Reason } from '../api/types';
import { getLanguage, m } from '../i18n';
import { REASONS } from '../i18n/en';

/**
 * A reason as a lead and the rest. The server's sentence often begins with its own lead ("Short by 48 min: …"), which
 * says more than the code's name; times such as 04:48 are no lead, as no space follows. The server speaks English: in
 * another language the code's name leads, and the sentence stays whole unless its lead is that name.
 */
export function splitReason(reason: Reason): { lead: string; rest: string } {
  const match = /^([^:.]{3,32}): (.+)$/s.exec(reason.text);
  const name = m.reasons[reason.code] ?? reason.code;
  if (getLanguage() === 'en') {
    return match ? { lead: match[1] as string, rest: match[2] as string } : { lead: name, rest: reason.text };
  }
  const says = match !== null && match[1] === (REASONS as Record<string, string>)[reason.code];
  return { lead: name, rest: says ? (match[2] as string) : reason.text };
}
