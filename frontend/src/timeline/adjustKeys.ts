import { MINUTE } from '../lib/time';
import type { Subject } from '../state/adjust.svelte';
import { sameAntennas, shifted, type Part, type Placement } from './placement';

const STEP = 5 * MINUTE;
const FINE_STEP = MINUTE;

/**
 * The placement an arrow key leads to, or null when the key is none of these: left and right move by five minutes (with
 * Shift one), with Alt the end alone, with Ctrl or the command key the start alone; up and down go to the request's
 * other antennas in their order.
 */
export function arrowPlacement(
  subject: Pick<Subject, 'request'>,
  place: Placement,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>,
): Placement | null {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const step = (event.shiftKey ? FINE_STEP : STEP) * (event.key === 'ArrowRight' ? 1 : -1);
    const part: Part = event.altKey ? 'end' : event.ctrlKey || event.metaKey ? 'start' : 'whole';
    return shifted(place, part, step);
  }
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const options = subject.request.antennas;
    const at = options.findIndex((option) => sameAntennas(option, place.antennas));
    const next = (at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length;
    return { ...place, antennas: options[next] ?? place.antennas };
  }
  return null;
}
