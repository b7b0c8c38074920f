import { ApiError } from '../api/faults';
import type { EphemerisUpload, ImportedProblem } from '../api/files';
import { m } from '../i18n';
import { describe, LARGEST_FILE_MIB, type Session } from './session.svelte';

/** What a file is, by its content: its name says nothing reliable. */
export type FileKind = 'problem' | 'oem' | 'satnet' | 'ccsds';

export function kindOf(text: string): FileKind {
  const start = text.slice(0, 4000);
  if (/^\s*CCSDS_OEM_VERS\s*=/.test(start.replace(/^\uFEFF/, '')) || /<(?:\w+:)?oem[\s>]/i.test(start)) {
    return 'oem';
  }
  if (/^\s*</.test(start.replace(/^\uFEFF/, ''))) {
    return 'ccsds';
  }
  // A week of SatNet is a list of requests; everything else is a problem, or the server says why it is none.
  return /^\s*\[/.test(start) ? 'satnet' : 'problem';
}

/** SatNet's table of maintenance, by the names of its columns. */
function isMaintenance(text: string): boolean {
  return /^\s*(?=[^\n]*antenna)(?=[^\n]*,)/i.test(text.slice(0, 500));
}

/** An ephemeris that was dropped, as the server keeps it. */
export interface KeptEphemeris {
  file: string;
  upload: EphemerisUpload;
}

/** A problem that was made of a dropped file. */
export interface ImportedFile {
  file: string;
  problem: ImportedProblem;
}

/** Takes the files that are dropped on the page or opened from it. */
export class Intake {
  /** Waits for the planner to say for which spacecraft it is. */
  ephemeris = $state.raw<KeptEphemeris | null>(null);
  /** Waits for the planner to say whether it is solved. */
  imported = $state.raw<ImportedFile | null>(null);
  /** The address of a mission's calendar, to be copied. */
  feed = $state.raw<{ mission: string; address: string; expiresAt: string } | null>(null);
  busy = $state(false);

  /** Whether a dialog of this waits for the planner. */
  get open(): boolean {
    return this.ephemeris !== null || this.imported !== null || this.feed !== null;
  }

  constructor(private readonly session: Session) {}

  /** One file, or a week of SatNet with its table of maintenance beside it. */
  async take(files: readonly File[]): Promise<void> {
    const { session } = this;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > LARGEST_FILE_MIB * 1024 * 1024) {
      session.message = m.errors.tooBig(LARGEST_FILE_MIB);
      return;
    }
    const texts = await Promise.all(
      files.map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    const [first] = texts;
    if (!first) {
      return;
    }
    const week = texts.find(({ text }) => kindOf(text) === 'satnet');
    const table = texts.find(({ text }) => text !== week?.text && isMaintenance(text));
    if (texts.length > 1 && !(texts.length === 2 && week && table)) {
      session.message = m.intake.oneFile;
    } else if (week) {
      await this.importWeek(week, table?.text ?? null);
    } else if (kindOf(first.text) === 'oem') {
      await this.keepEphemeris(first.name, first.text);
    } else if (kindOf(first.text) === 'ccsds') {
      await this.importCcsds(first.name, first.text);
    } else {
      await session.solveText(first.text, first.name);
    }
  }

  /** Solves the problem that is open anew, a spacecraft on the ephemeris that was dropped. */
  async useEphemeris(spacecraft: string): Promise<void> {
    const { ephemeris, session } = this;
    const { problem } = session;
    if (!ephemeris || !problem) {
      return;
    }
    this.ephemeris = null;
    const changed = {
      ...problem,
      spacecraft: problem.spacecraft.map((each) =>
        each.id === spacecraft
          ? { ...each, trajectory: { type: 'oem', ephemeris: ephemeris.upload.id } }
          : each,
      ),
    };
    await session.solveText(JSON.stringify(changed), problem.name);
  }

  async solveImported(): Promise<void> {
    const { imported } = this;
    this.imported = null;
    if (imported) {
      await this.session.solveListed(imported.problem.id, imported.problem.name);
    }
  }

  /** An address for calendars; whoever has it sees what is published of the mission. */
  async subscribe(mission: string, name: string): Promise<void> {
    const { session } = this;
    try {
      const { path, expiresAt } = await session.client.calendarFeed(mission);
      // The page may lie below a path of a proxy, which the server does not know.
      const address = document.baseURI.replace(/[^/]*(?:[?#].*)?$/, '') + path.replace(/^\//, '');
      this.feed = { mission: name, address, expiresAt };
    } catch (error) {
      session.message = describe(error);
    }
  }

  private async keepEphemeris(name: string, text: string): Promise<void> {
    await this.attempt(name, null, async () => {
      this.ephemeris = { file: name, upload: await this.session.client.saveEphemeris(text) };
      this.session.say(m.intake.kept(name));
    });
  }

  private async importWeek(
    { name, text }: { name: string; text: string },
    table: string | null,
  ): Promise<void> {
    await this.attempt(name, text, async () => {
      const lines = table?.split(/\r?\n/).filter((line) => line.trim() !== '');
      // The requests go in as they are written: a number that JavaScript rounds would be another one.
      const body = lines ? `{"requests": ${text}, "maintenance": ${JSON.stringify(lines)}}` : text;
      await this.show(name, await this.session.client.importProblem(body, 'satnet'));
    });
  }

  /** A CCSDS schedule says when antennas track, not what was asked: it is read as one of the problem that is open. */
  private async importCcsds(name: string, text: string): Promise<void> {
    const { problem, client } = this.session;
    if (!problem) {
      this.session.message = m.intake.noProblem;
      return;
    }
    await this.attempt(name, null, async () => {
      const saved = await client.saveProblem(JSON.stringify(problem));
      await this.show(name, await client.importProblem(text, 'ccsds', saved.id));
    });
  }

  private async show(file: string, problem: ImportedProblem): Promise<void> {
    this.imported = { file, problem };
    this.session.say(m.intake.imported(problem.name));
    this.session.problems = await this.session.client.problems();
  }

  /** @param text in which the pointers of faults lead, or null */
  private async attempt(file: string, text: string | null, act: () => Promise<void>): Promise<void> {
    const { session } = this;
    session.message = null;
    this.busy = true;
    try {
      await act();
    } catch (error) {
      if (error instanceof ApiError && (error.status === 400 || error.status === 422)) {
        session.faults = { file, detail: error.message, faults: error.faults, text };
      } else {
        session.message = describe(error);
      }
    } finally {
      this.busy = false;
    }
  }
}
