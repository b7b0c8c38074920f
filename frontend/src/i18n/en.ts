/**
 * Words for what the server names by a code. The page looks them up by any string; another language must have exactly
 * these keys.
 */
export const REASONS = {
  NEVER_VISIBLE: 'Never visible',
  BELOW_MASK: 'Below the horizon mask',
  OCCULTED: 'Behind a body',
  LANDER_HORIZON: 'Lander horizon',
  SEP: 'Too close to the Sun',
  KEYHOLE: 'Keyhole',
  TRACKING_RATE: 'Too fast to follow',
  ANTENNA_DOWN: 'Antenna unavailable',
  TOO_SHORT: 'Too short',
  NO_BAND: 'No such band',
  CONTENTION: 'Contention',
  TIE: 'Tied request',
  COMPLEX_LIMIT: 'Complex limit',
  FROZEN: 'Frozen',
  PLACE_FREE: 'Place still free',
};

export const SERVICES = {
  TELEMETRY: 'telemetry',
  TELECOMMAND: 'telecommand',
  RANGING: 'ranging',
  DOPPLER: 'Doppler',
  DELTADOR: 'delta-DOR',
  VLBI: 'VLBI',
  RADIO_SCIENCE: 'radio science',
  TEST: 'test',
};

export const TERMS = {
  BOT: ['BOT', 'Beginning of track: the antenna starts to receive or send'],
  EOT: ['EOT', 'End of track'],
  AOS: ['AOS', 'Acquisition of signal: the spacecraft comes into view of the antenna'],
  LOS: ['LOS', 'Loss of signal: the spacecraft goes out of view'],
  TRACK: ['Track', 'Time between BOT and EOT'],
  PEAK: ['Peak', 'Highest elevation during the view period'],
  ASKED: ['Asked', 'Shortest and preferred duration'],
  GOT: ['Got', 'Hours tracked of the hours asked for'],
  RANGE: ['Range', 'Shortest distance from the antenna in the view period'],
  SEP: ['SEP', 'Smallest Sun–Earth–probe angle: how close to the Sun the antenna must look'],
  SETUP: ['Setup', 'Time the antenna is occupied before and after the track'],
  PRIORITY: ['Priority', 'Weight of an hour of this request in the value'],
  WINDOW: ['Window', 'Interval in which the track must lie'],
  U_RMS: [
    'U RMS',
    'Root mean square over missions of the share of asked hours that a mission did not get; 0 is best',
  ],
  U_MAX: ['U max', 'Share of asked hours that the worst-served mission did not get; 0 is best'],
  DOY: ['DOY', 'Day of the year'],
} satisfies Record<string, readonly [string, string]>;

/** Every English string of the page. Another language is another object of the type `Messages`. */
export const en = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  dayMonth: (day: number, month: string) => `${day} ${month}`,
  weekdayDay: (weekday: string, day: string) => `${weekday} ${day}`,
  monthYear: (month: string, year: number) => `${month} ${year}`,
  horizon: {
    day: (day: string, year: number) => `${day} ${year}`,
    days: (from: number, to: number, month: string, year: number) => `${from}–${to} ${month} ${year}`,
    months: (from: string, to: string, year: number) => `${from} – ${to} ${year}`,
    years: (from: string, to: string) => `${from} – ${to}`,
  },

  app: {
    skip: 'Skip to the timeline',
    loading: 'Loading…',
    dropHere: 'Drop the problem file to solve it',
    connectionLost: 'Connection lost, retrying',
    dismiss: 'Dismiss',
    retry: 'Try again',
    requestsPanel: 'Requests',
    detailsPanel: 'Details',
    closePanel: 'Close panel',
  },

  picker: {
    label: 'Problem and schedule',
    choose: 'Choose a problem',
    recent: 'Recent schedules',
    bundled: 'Problems',
    noRecent: 'No schedule yet',
    solveHint: 'Solve',
    open: 'Open problem file…',
    openHint: 'or drop one anywhere on the page',
    size: (antennas: number, spacecraft: number, requests: number) =>
      `${count(antennas, 'antenna')} · ${count(spacecraft, 'spacecraft', 'spacecraft')} · ${count(requests, 'request')}`,
    current: 'open now',
  },

  status: {
    QUEUED: 'queued',
    VISIBILITY: 'computing view periods',
    SOLVING: 'solving',
    SOLVED: 'solved',
    STOPPED: 'stopped',
    FAILED: 'failed',
  },

  axis: {
    group: 'Time axis',
    utc: 'UTC',
    kst: 'KST',
    doy: 'DOY',
    utcTitle: 'Coordinated Universal Time',
    kstTitle: 'Korea Standard Time, UTC + 9 h',
    doyTitle: 'Day of the year, UTC',
    suffix: { utc: 'UTC', kst: 'KST', doy: 'UTC' },
  },

  rows: {
    group: 'Rows',
    antennas: 'Antennas',
    missions: 'Missions',
  },

  gap: {
    percent: (percent: string) => `${percent} %`,
    fromBest: 'from the best possible',
    fromBestSoFar: 'from the best possible so far',
    optimal: 'The best possible',
    proven: (value: string, bound: string) => `proven · value ${value} of at most ${bound}`,
    value: (value: string) => `value ${value}`,
    noBound: 'no bound yet',
    noBoundFinal: 'no bound proven',
    infeasible: (count: number) => (count === 1 ? '1 rule broken' : `${count} rules broken`),
    infeasibleDetail: 'a gap is claimed only when no rule is broken',
    empty: 'Nothing scheduled',
    waiting: 'No schedule yet',
    title:
      'Value: priority-weighted hours of the schedule. Bound: a value that provably no schedule of this problem exceeds.',
  },

  solve: {
    solve: (limit: string) => `Solve · ${limit}`,
    solveTitle: 'Solve this problem anew; the schedule shown now is kept',
    limit: 'Time limit',
    limitMenu: 'Choose the time limit',
    stop: 'Stop',
    stopping: 'Stopping…',
    stopTitle: 'Stop and keep the best schedule found',
    progress: 'Solving progress',
    elapsed: (elapsed: string, limit: string) => `${elapsed} of ${limit}`,
  },

  exportJson: { label: 'Export', title: 'Download the schedule as JSON' },

  language: {
    /** What the button offers, in the language it leads to. */
    switch: '한',
    switchTitle: '한국어로 보기',
    switchLang: 'ko',
  },

  theme: {
    toDark: 'Switch to the dark theme',
    toLight: 'Switch to the light theme',
  },

  requests: {
    region: 'Requests',
    search: 'Search requests, missions…',
    tabs: {
      unscheduled: 'Unscheduled',
      short: 'Short',
      scheduled: 'Scheduled',
      critical: 'Critical',
    },
    tabTitles: {
      unscheduled: 'Requests that got no track, each with its reason',
      short: 'Requests that got less than they prefer',
      scheduled: 'Requests that got all they prefer',
      critical: 'Requests that must be served before any other',
    },
    hoursOf: (hours: string, asked: string) => `${hours} of ${asked} h`,
    noneMatch: 'No request matches the search.',
    none: {
      unscheduled: 'Every request has a track.',
      short: 'No request got less than it prefers.',
      scheduled: 'No request got all it prefers yet.',
      critical: 'No request of this problem is critical.',
    },
    moreReasons: (more: number) => (more === 1 ? 'and one more reason' : `and ${more} more reasons`),
    noReason: 'Not placed by the solver yet',
    showMore: (count: number) => `Show ${count} more`,
  },

  reasons: REASONS as Record<string, string>,

  services: SERVICES as Record<string, string>,

  timeline: {
    region: 'Timeline',
    plot: 'Rows of the timeline; arrow keys pan, plus and minus zoom',
    passes: 'Passes in view',
    overview: 'Whole horizon; the frame is what the timeline shows',
    overviewLabel: 'load',
    overviewTitle: 'How many antennas are busy, hour by hour; a full bar means all of them',
    days: (days: number) => count(days, 'day'),
    zoomIn: 'Zoom in (+)',
    zoomOut: 'Zoom out (−)',
    zoomAll: 'Whole horizon (0)',
    now: 'now',
    computing: 'Computing view periods…',
    unavailable: 'unavailable',
    track: (request: string, spacecraft: string, antenna: string, when: string) =>
      `${request}, ${spacecraft} on ${antenna}, ${when}`,
    when: (from: string, to: string, suffix: string) => `${from} to ${to} ${suffix}`,
    viewPeriod: (spacecraft: string, antenna: string) => `${spacecraft} in view of ${antenna}`,
    elevationNow: (deg: string) => `elevation ${deg}`,
    busy: (busy: string, all: number) => `${busy} of ${all} antennas busy`,
  },

  pass: {
    region: 'Details',
    critical: 'critical',
    pinned: 'pinned',
    band: (band: string, service: string) => `${band} band ${service}`,
    twoWay: 'two-way',
    sky: 'Sky from the antenna',
    skyLabel: (spacecraft: string, antenna: string) => `Path of ${spacecraft} over the sky of ${antenna}`,
    elevation: 'Elevation through the view period',
    elevationLabel: (peak: string) => `Elevation curve, peak ${peak}`,
    mask: 'mask',
    noSamples: 'The view period was given without directions, so there is no curve to draw.',
    why: 'Why not more',
    whyNot: 'Why it is not scheduled',
    places: 'View periods inside its window',
    placesNone: 'None: the spacecraft is not in view of any allowed antenna inside the window.',
    placeCount: (periods: number, hours: string) => `${count(periods, 'view period')}, ${hours} h in view`,
    morePeriods: (more: number) => `and ${more} more`,
    blockedBy: 'Held by',
    setupTeardown: (setup: string, teardown: string) => `${setup} before, ${teardown} after`,
    violations: 'Rules broken',
    otherTracks: 'Tracks of this request',
    close: 'Close details (Esc)',
    compass: { north: 'N', east: 'E', south: 'S', west: 'W' },
  },

  terms: TERMS as Record<string, readonly [string, string]>,

  summary: {
    title: 'Schedule',
    tracked: 'Tracked',
    trackedValue: (tracked: string, requested: string) => `${tracked} of ${requested} h`,
    satisfied: 'Satisfied',
    satisfiedValue: (satisfied: number, requests: number) => `${satisfied} of ${requests}`,
    satisfiedTitle: 'Requests that got at least their shortest duration',
    critical: 'Critical',
    criticalTitle: 'Critical requests served',
    value: 'Value',
    bound: 'Bound',
    boundTitle: 'No schedule of this problem can have a higher value: proven',
    valueTitle: 'Priority-weighted hours, with the bonuses of the objective',
    none: '–',
    ofHours: (hours: string) => `/ ${hours} h`,
    byMission: 'Hours by mission, of hours asked',
    warnings: 'Notes on the problem',
    hint: 'Select a pass or a request to see its details.',
    problem: 'Problem',
    noSchedule: 'The first schedule appears here as soon as it is found.',
  },

  table: {
    tabs: { passes: 'Passes', load: 'Load by mission', violations: 'Violations' },
    region: 'Tables',
    caption: 'Passes of the schedule',
    columns: {
      pass: 'Pass',
      mission: 'Mission',
      antenna: 'Antenna',
      bot: 'BOT',
      eot: 'EOT',
      track: 'Track',
      peak: 'Peak',
      state: 'State',
    },
    peakTitle: 'Highest elevation during the pass’s view period',
    sortBy: (column: string) => `Sort by ${column}`,
    none: 'No pass is scheduled yet.',
    noViolations: 'No rule is broken.',
    violationColumns: { id: 'Id', code: 'Rule', text: 'What is broken', where: 'Where' },
    loadColumns: {
      mission: 'Mission',
      requests: 'Satisfied',
      tracked: 'Tracked',
      asked: 'Asked',
      share: 'Share',
    },
    short: 'short',
  },

  empty: {
    title: 'No schedule yet',
    lead: 'Solve one of the problems below, or drop a problem file on the page.',
    solve: (name: string) => `Solve ${name}`,
    noProblems: 'The server offers no problem. Drop a problem file on the page.',
  },

  faults: {
    title: 'This problem cannot be used',
    count: (faults: number, file: string) => `${count(faults, 'fault')} in ${file}`,
    at: 'At',
    wholeFile: 'the whole file',
    value: 'Value',
    message: 'What is wrong, and what to do',
    close: 'Close',
  },

  errors: {
    unreachable: 'The server does not answer.',
    load: (what: string) => `Loading ${what} failed: `,
    scheduleGone: (id: string) => `Schedule (${id}) is not on this server.`,
    tooBig: (mebibytes: number) => `The file is larger than ${mebibytes} MiB, the most the server takes.`,
    unknown: (status: number, title: string) => `The server answered ${status} ${title}.`,
    failed: 'Solving failed.',
  },

  live: {
    solving: (name: string) => `Solving ${name}`,
    improved: (value: string, gap: string | null) =>
      gap === null
        ? `Better schedule, value ${value}`
        : `Better schedule, value ${value}, at most ${gap} % from the best possible`,
    SOLVED: 'Solved',
    STOPPED: 'Stopped, the best schedule found is kept',
    FAILED: 'Solving failed',
    opened: (name: string, passes: number) => `${name}, ${count(passes, 'pass', 'passes')}`,
  },

  units: {
    hours: (hours: string) => `${hours} h`,
    minutes: (minutes: string) => `${minutes} min`,
    seconds: (seconds: string) => `${seconds} s`,
    hoursShort: (hours: string, minutes: string) => `${hours} h ${minutes}`,
    hoursMinutes: (hours: string, minutes: string) => `${hours} h ${minutes} min`,
    km: (km: string) => `${km} km`,
    millionKm: (km: string) => `${km} million km`,
  },

  edit: {
    undo: 'Undo',
    redo: 'Redo',
    undoTitle: (label: string | null) => (label === null ? 'Nothing to undo' : `Undo: ${label} (Ctrl+Z)`),
    redoTitle: (label: string | null) => (label === null ? 'Nothing to redo' : `Redo: ${label} (Ctrl+Y)`),
    undone: (label: string) => `undone: ${label}`,
    redone: (label: string) => `redone: ${label}`,
    solve: 'solve',
    actions: 'Change this pass',
    pin: 'Pin',
    unpin: 'Unpin',
    pinTitle: 'Keep this pass as it is when solving again (P)',
    unpinTitle: 'Let the solver move this pass again (P)',
    unassign: 'Unassign',
    unassignTitle: 'Take this pass out of the schedule (Del)',
    adjust: 'Move…',
    adjustTitle: 'Move or resize with the arrow keys (M); or drag the pass on the timeline',
    place: 'Place by hand',
    placeTitle:
      'Put a track where you want it, with the arrow keys (M); or drag the request onto the timeline',
    labels: {
      moved: (pass: string) => `${pass} moved`,
      resized: (pass: string) => `${pass} resized`,
      pinned: (pass: string) => `${pass} pinned`,
      unpinned: (pass: string) => `${pass} unpinned`,
      removed: (pass: string) => `${pass} taken out`,
      placed: (request: string) => `${request} placed`,
    },
    announced: (label: string, delta: string, broken: number) =>
      broken === 0
        ? `${label}, value ${delta}`
        : `${label}, value ${delta}, ${count(broken, 'rule')} newly broken`,
    value: (delta: string) => `value ${delta}`,
    broken: (broken: number) => `${count(broken, 'rule')} newly broken`,
    mended: (mended: number) => `${count(mended, 'violation')} mended`,
    showViolation: (id: string) => `Show ${id}`,
    saving: 'Saving…',
    adjusting: (name: string) => `Adjusting ${name}`,
    hint: 'Arrows move 5 min, with Shift 1 min · Alt: end · Ctrl: start · ↑ ↓ antenna · Enter keeps · Esc leaves',
    dragHint: 'Release to keep · Esc to leave it as it was',
    placement: (antennas: string, when: string, length: string) => `${antennas}, ${when}, ${length}`,
    free: 'free place',
    occupied: 'in view, but not free',
    keep: 'Keep',
    leave: 'Leave',
    notWhileSolving: 'The schedule is being solved; stop it to edit.',
    conflict: {
      title: 'Somebody else changed this schedule',
      lead: (label: string) => `Your step (${label}) was not saved: it was made on an older revision.`,
      since: 'Since then',
      revision: (revision: number, author: string) => `Revision ${revision} by ${author}`,
      changes: 'What changed',
      added: 'added',
      removed: 'taken out',
      moved: 'moved',
      repinned: 'pinned or unpinned',
      unknown: 'The server cannot tell what changed.',
      same: 'No pass differs.',
      more: (more: number) => `and ${more} more`,
      mine: 'Reapply mine',
      theirs: 'Take theirs',
    },
  },

  resolve: {
    title: (pinned: number) =>
      pinned === 0
        ? 'Solve this schedule again from where it is'
        : `Solve this schedule again; ${count(pinned, 'pinned pass', 'pinned passes')} stay where they are`,
    anew: 'Solve anew, as another schedule',
    anewTitle: 'Starts from the problem; the schedule shown now is kept',
  },
};

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

export type Messages = typeof en;
