import type { Edit } from '../api/types';
import { legalPlaces, type LegalPlace } from '../timeline/legal';
import { firstPlacement, type Part, type Placement } from '../timeline/placement';
import { movePass, placeRequest } from './actions';
import type { Page } from './context';
import { addEdit, moveEdit } from './edits';
import type { Selection } from './hash';
import type { Pass } from './plan';
import type { Request } from './world';

/** What is being placed: a pass that is there, or a track that a request is to get. */
export interface Subject {
  name: string;
  request: Request;
  pass: Pass | null;
  part: Part;
  legal: LegalPlace[];
  /** Placed by keys, until Enter; else by a pointer, until it is released. */
  keyboard: boolean;
}

/** A placement under way. The ghost on the timeline shows it; the server scores it while it moves. */
export class Adjust {
  subject = $state.raw<Subject | null>(null);
  /** Null while the pointer is where the request cannot go. */
  place = $state.raw<Placement | null>(null);
  /** Released, and on its way to the server. */
  saving = $state(false);

  private page: Page | null = null;

  attach(page: Page): void {
    this.page = page;
  }

  /** Begins to move a pass, or to place a request; false when that cannot be done now. */
  start(selection: Selection, part: Part, keyboard: boolean): boolean {
    const { session } = this.need();
    const { plan, world } = session;
    if (!session.editable || !plan || !world || this.subject) {
      return false;
    }
    const pass = selection.kind === 'pass' ? (plan.passById.get(selection.id) ?? null) : null;
    const request = world.requests.get(pass ? pass.request : selection.id);
    if (!request || (selection.kind === 'pass' && !pass)) {
      return false;
    }
    const legal = legalPlaces(world, plan, request, pass?.id ?? null);
    this.subject = { name: pass?.label ?? request.id, request, pass, part, legal, keyboard };
    this.place = pass
      ? { antennas: pass.antennas, bot: pass.bot, eot: pass.eot }
      : keyboard
        ? firstPlacement(request, legal)
        : null;
    this.score();
    return true;
  }

  moveTo(place: Placement | null): void {
    if (!this.subject || this.saving || samePlace(place, this.place)) {
      return;
    }
    this.place = place;
    this.score();
  }

  cancel(): void {
    this.subject = null;
    this.place = null;
    this.saving = false;
    void this.need().editor.tryOut(null);
  }

  /** Keeps the placement; the ghost stays until the server has it. */
  async keep(): Promise<void> {
    const { subject, place } = this;
    if (!subject || this.saving) {
      return;
    }
    const page = this.need();
    try {
      this.saving = true;
      if (place && subject.pass) {
        await movePass(page, subject.pass, place);
      } else if (place) {
        await placeRequest(page, subject.request, place);
      }
    } finally {
      // Cancelled meanwhile, what is placed now is something else.
      if (this.subject === subject) {
        this.cancel();
      }
    }
  }

  private score(): void {
    const edit = this.edit();
    void this.need().editor.tryOut(edit && [edit]);
  }

  private edit(): Edit | null {
    const { subject, place } = this;
    if (!subject || !place) {
      return null;
    }
    return subject.pass ? moveEdit(subject.pass, place) : addEdit(subject.request.id, place);
  }

  private need(): Page {
    if (!this.page) {
      throw new Error('Adjust is not attached to a page.');
    }
    return this.page;
  }
}

function samePlace(a: Placement | null, b: Placement | null): boolean {
  return (
    a === b ||
    (a !== null &&
      b !== null &&
      a.bot === b.bot &&
      a.eot === b.eot &&
      a.antennas.join('\n') === b.antennas.join('\n'))
  );
}
