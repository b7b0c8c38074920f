import type { components } from './schema';

/** Formats in which the server gives a schedule out; `oem` is the trajectory of one spacecraft. */
export const EXPORT_FORMATS = ['ccsds', 'ics', 'csv', 'json', 'satnet'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number] | 'oem';

/** A file of the server, with the name it goes by. */
export interface ServedFile {
  name: string;
  content: Blob;
}

type Schemas = components['schemas'];

/** An OEM that the server keeps; problems name it by its id. */
export type EphemerisUpload = Schemas['EphemerisUpload'];
/** A problem that the server made of a file of another format, and saved. */
export type ImportedProblem = Schemas['ImportView'];
/** The address of a mission's calendar; its token opens nothing else. */
export type CalendarFeed = Schemas['CalendarFeed'];

/** The file name of `Content-Disposition`, plain or by RFC 5987; null without one. */
export function nameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return null;
    }
  }
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null;
}
