import type { Reason } from '../api/types';
import { m } from '../i18n';

/**
 * A reason as a lead and the rest. The server's sentence often begins with its own lead ("Short by 48 min: …"), which
 * says more than the code's name; times such as 04:48 are no lead, as no space follows.
 */
export function splitReason(reason: Reason): { lead: string; rest: string } {
  const match = /^([^:.]{3,32}): (.+)$/s.exec(reason.text);
  return match
    ? { lead: match[1] as string, rest: match[2] as string }
    : { lead: m.reasons[reason.code] ?? reason.code, rest: reason.text };
}
