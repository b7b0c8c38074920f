import { HOUR, type Span, type TimeMode } from '../lib/time';
import type { RowMode } from '../timeline/layout';
import { boundsOf, clampView, length, reveal } from '../timeline/viewport';
import { EMPTY_HASH, readHash, writeHash, type HashState, type Selection } from './hash';
import type { Tab } from './plan';
import type { Preview } from './preview';

export type Theme = 'light' | 'dark';
export type BottomTab = 'passes' | 'load' | 'violations' | 'replan' | 'revisions' | 'compare';

/** A longer horizon opens on its first days: passes are readable then, and the overview shows the rest. */
function firstLength(): number {
  return (window.innerWidth < 1500 ? 48 : 72) * HOUR;
}

const THEME_KEY = 'yeoju-theme';
const HINTS_KEY = 'yeoju-hints';

/** The first hint for who has not been here, none for who has, or whose browser keeps nothing. */
function firstHint(): number | null {
  try {
    return localStorage.getItem(HINTS_KEY) === null ? 0 : null;
  } catch {
    return null;
  }
}

function storedTheme(): Theme | null {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}

/** What the planner looks at: interval, selection, clock, rows, theme. Lives in the link where it can. */
export class Ui {
  mode = $state<TimeMode>('utc');
  rows = $state<RowMode>('antennas');
  view = $state.raw<Span | null>(null);
  selection = $state.raw<Selection | null>(null);
  tab = $state<Tab>('unscheduled');
  bottomTab = $state<BottomTab>('passes');
  /** Which side panel lies over the timeline on narrow screens. */
  drawer = $state<'left' | 'right' | null>(null);
  /** Rises when what is selected should come into view; a selection that only follows the solver does not ask for it. */
  reveals = $state(0);
  /** What the planner wants to move by the keyboard; the timeline takes it from here. */
  adjusting = $state.raw<Selection | null>(null);
  /** Another schedule, shown over the present one. */
  preview = $state.raw<Preview | null>(null);
  /** A drag over an antenna's row announces an outage. */
  outageMode = $state(false);
  /** Whether the keys, signs and terms are explained. */
  help = $state(false);
  /** Which hint of the first visit is shown; null once they are over. */
  hint = $state<number | null>(firstHint());
  systemDark = $state(false);
  chosenTheme = $state<Theme | null>(storedTheme());
  readonly theme: Theme = $derived(this.chosenTheme ?? (this.systemDark ? 'dark' : 'light'));

  private horizon: Span | null = null;

  get bounds(): Span | null {
    return this.horizon && boundsOf(this.horizon);
  }

  /** Another schedule came: the view stays when the horizon does, or where a link put it. */
  setHorizon(horizon: Span): void {
    if (this.horizon?.from === horizon.from && this.horizon.to === horizon.to) {
      return;
    }
    this.horizon = horizon;
    const bounds = boundsOf(horizon);
    const linked = this.view && this.view.from < horizon.to && this.view.to > horizon.from ? this.view : null;
    this.view = linked ? clampView(linked, bounds) : this.firstView(horizon);
  }

  setView(view: Span): void {
    if (this.bounds) {
      this.view = clampView(view, this.bounds);
    }
  }

  /** Moves the timeline to a span, with air around it, as little as needed. */
  show(span: Span): void {
    if (this.bounds && this.view) {
      this.view = reveal(this.view, span, this.bounds);
    }
  }

  showAll(): void {
    if (this.bounds) {
      this.view = this.bounds;
    }
  }

  select(selection: Selection | null): void {
    this.selection = selection;
    this.reveals++;
    if (selection) {
      this.drawer = this.drawer === 'left' ? 'right' : this.drawer;
    }
  }

  /** Follows what is selected to its new name, and leaves the view where it is. */
  reselect(selection: Selection | null): void {
    this.selection = selection;
  }

  startAdjust(selection: Selection): void {
    this.selection = selection;
    this.adjusting = selection;
  }

  toggleTheme(): void {
    this.chosenTheme = this.theme === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(THEME_KEY, this.chosenTheme);
    } catch {
      // A browser that stores nothing: the choice lasts as long as the page.
    }
  }

  startHints(): void {
    this.hint = 0;
  }

  endHints(): void {
    this.hint = null;
    try {
      localStorage.setItem(HINTS_KEY, 'seen');
    } catch {
      // They come again at the next visit.
    }
  }

  hash(schedule: string | null): string {
    const { view, selection, mode, rows } = this;
    return writeHash({ schedule, view, selection, mode, rows });
  }

  applyHash(hash: string): HashState {
    const state = hash ? readHash(hash) : EMPTY_HASH;
    this.mode = state.mode;
    this.rows = state.rows;
    this.selection = state.selection;
    this.reveals++;
    if (state.view) {
      this.view = this.bounds ? clampView(state.view, this.bounds) : state.view;
    }
    return state;
  }

  private firstView(horizon: Span): Span {
    const bounds = boundsOf(horizon);
    const first = firstLength();
    return length(horizon) <= first * 1.25 ? bounds : { from: horizon.from, to: horizon.from + first };
  }
}
