/** One fault of a problem file: where, what was there, and what to do. */
export interface Fault {
  /** JSON pointer into the posted file; empty when the fault is of the whole file. */
  pointer: string;
  value: string | null;
  message: string;
}

/** An answer of the server that says no, in its own words (RFC 9457), or the lack of any answer (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
    /** The whole answer: some refusals say more than their text. */
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail || title);
  }

  /** The server did not answer at all; trying again may help. */
  get unreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

function text(value: unknown): string | null {
  if (value == null) {
    return null;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseFault(entry: unknown): Fault | null {
  if (typeof entry !== 'object' || entry === null) {
    return null;
  }
  const fields = entry as Record<string, unknown>;
  const message = text(fields['message']);
  if (message === null) {
    return null;
  }
  return { pointer: text(fields['pointer']) ?? '', value: text(fields['value']), message };
}

/** Reads the body of an answer that is not 2xx; anything that is not problem+json keeps its status only. */
export function parseProblem(status: number, statusText: string, body: string): ApiError {
  let fields: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) {
      fields = parsed as Record<string, unknown>;
    }
  } catch {
    // Not JSON: a proxy's error page. The status line is all there is to say.
  }
  const list = Array.isArray(fields['faults']) ? fields['faults'] : [];
  const faults = list.map(parseFault).filter((fault) => fault !== null);
  return new ApiError(
    status,
    text(fields['title']) ?? statusText,
    text(fields['detail']) ?? '',
    faults,
    fields,
  );
}
