package dev.yeoju.exchange;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of the fields of every object in the formats, in the order in which they are written. */
final class FieldNames {
    static final Set<String> PROBLEM = names(
            "schemaVersion",
            "name",
            "description",
            "tags",
            "horizon",
            "geometry",
            "antennas",
            "complexes",
            "spacecraft",
            "requests",
            "viewPeriods",
            "pins",
            "published",
            "objective",
            "solver");
    static final Set<String> PASS_ADD = names("request", "antennas", "bot", "eot", "pinned");
    static final Set<String> PASS_CHANGE = names("antennas", "bot", "eot", "pinned");
    static final Set<String> EDITS = names("edits");
    static final Set<String> EDIT_ADD = names("type", "request", "antennas", "bot", "eot", "pinned");
    static final Set<String> EDIT_CHANGE = names("type", "pass", "antennas", "bot", "eot", "pinned");
    static final Set<String> EDIT_REMOVE = names("type", "pass");
    static final Set<String> INTERVAL = names("start", "end");
    static final Set<String> GEOMETRY = names("lightTime", "refraction", "occultation", "sepAction", "keyholeAction");
    static final Set<String> ANTENNA = names(
            "catalogue",
            "id",
            "name",
            "complex",
            "site",
            "bands",
            "elevationMask",
            "uplinkMinElevationDeg",
            "keyholeElevationDeg",
            "slewRate",
            "trackingRateDegPerS",
            "minSepDeg",
            "mspa",
            "unavailable");
    static final Set<String> SITE = names("latitudeDeg", "longitudeDeg", "altitudeM");
    static final Set<String> MASK_POINT = names("azimuthDeg", "elevationDeg");
    static final Set<String> SLEW_RATE = names("azimuthDegPerS", "elevationDegPerS");
    static final Set<String> MSPA = names("maxSpacecraft", "beamWidthDeg");
    static final Set<String> UNAVAILABLE = names("start", "end", "reason", "every");
    static final Set<String> COMPLEX = names("id", "maxSimultaneousTracks", "maxSimultaneousUplinks");
    static final Set<String> SPACECRAFT =
            names("catalogue", "id", "name", "mission", "trajectory", "windows", "linkTable");
    static final Set<String> LINK_RATE = names("band", "maxRangeKm", "minElevationDeg", "bitsPerS");

    static final Set<String> OEM = names("type", "file", "ephemeris");
    static final Set<String> OPM = names("type", "file", "ephemeris", "forces");
    static final Set<String> HORIZONS = names("type", "file", "ephemeris");
    static final Set<String> TLE = names("type", "line1", "line2");
    static final Set<String> KEPLERIAN = names("type", "center", "frame", "epoch", "elements", "forces");
    static final Set<String> ELEMENTS = names(
            "semiMajorAxisKm",
            "eccentricity",
            "inclinationDeg",
            "raanDeg",
            "argumentOfPericenterDeg",
            "trueAnomalyDeg",
            "meanAnomalyDeg",
            "raanRateDegPerDay",
            "argumentOfPericenterRateDegPerDay");
    static final Set<String> FORCES = names("thirdBodies", "j2", "solarRadiation");
    static final Set<String> SOLAR_RADIATION = names("areaToMassM2PerKg", "reflectivity");
    static final Set<String> DELAYED = names("type", "by", "trajectory");
    static final Set<String> SURFACE =
            names("type", "body", "latitudeDeg", "longitudeDeg", "altitudeM", "minElevationDeg", "elevationMask");
    static final Set<String> LIBRATION = names("type", "orbit", "parameters", "epoch");

    static final Set<String> REQUEST = names(
            "id",
            "spacecraft",
            "service",
            "band",
            "uplink",
            "antennas",
            "window",
            "exclude",
            "recurrence",
            "minDuration",
            "preferredDuration",
            "setup",
            "teardown",
            "split",
            "priority",
            "critical",
            "mspa",
            "exclusive",
            "minElevationDeg",
            "preferredTime",
            "ties");
    static final Set<String> RECURRENCE = names("every", "count", "minSeparation", "withdrawn");
    static final Set<String> SPLIT = names("maxTracks", "minTrackDuration");
    static final Set<String> TIE = names("type", "request", "min", "max");
    static final Set<String> GIVEN_VIEW_PERIOD =
            names("antenna", "spacecraft", "request", "aos", "los", "transmitOn", "transmitOff");
    static final Set<String> TRACK =
            names("id", "request", "spacecraft", "antennas", "boa", "bot", "eot", "eoa", "pinned");
    static final Set<String> OBJECTIVE = names(
            "preset", "satisfiedBonusHours", "fairnessWeight", "fairnessWeighting", "worstMissionWeight", "change");
    static final Set<String> CHANGE =
            names("move", "shorten", "add", "drop", "nearFactor", "at", "nearSpan", "tolerance");
    static final Set<String> SOLVER = names("timeLimit", "stepLimit", "seed");

    static final Set<String> SATNET_WEEK = names("requests", "maintenance");
    static final Set<String> CHANGE_SET = names("at", "freezeUntil", "changes");
    static final Set<String> REPLAN_ORDER =
            names("at", "freezeUntil", "changes", "alternatives", "timeLimit", "stepLimit", "seed");
    static final Set<String> OUTAGE = names("type", "antenna", "start", "end", "reason");
    static final Set<String> SLIP = names("type", "spacecraft", "by");
    static final Set<String> ADD_REQUEST = names("type", "request");
    static final Set<String> WITHDRAW = names("type", "request");
    static final Set<String> EPHEMERIS = names("type", "spacecraft", "trajectory");

    static final Set<String> SCHEDULE = names(
            "schemaVersion",
            "problem",
            "status",
            "value",
            "bound",
            "gapPercent",
            "critical",
            "figures",
            "tracks",
            "unscheduled",
            "short",
            "violations",
            "certificate");
    static final Set<String> CRITICAL = names("satisfied", "requests", "most");
    static final Set<String> FIGURES =
            names("trackedHours", "requestedHours", "satisfied", "requests", "uRms", "uMax", "missions");
    static final Set<String> MISSION_FIGURES =
            names("mission", "trackedHours", "requestedHours", "satisfied", "requests", "unsatisfiedFraction");
    static final Set<String> UNSCHEDULED = names("request", "reasons");
    static final Set<String> SHORT = names("request", "hours", "preferredHours", "reasons");
    static final Set<String> REASON = names("code", "text", "blockedBy");
    static final Set<String> VIOLATION = names("id", "code", "text", "tracks", "requests");
    static final Set<String> CERTIFICATE = names("requestPrices", "missionPrices", "multipliers");

    /** The objects of a problem by the name of their definition in the JSON schema. */
    static final Map<String, Set<String>> PROBLEM_OBJECTS = Map.ofEntries(
            Map.entry("problem", PROBLEM),
            Map.entry("interval", INTERVAL),
            Map.entry("geometry", GEOMETRY),
            Map.entry("antenna", ANTENNA),
            Map.entry("site", SITE),
            Map.entry("maskPoint", MASK_POINT),
            Map.entry("slewRate", SLEW_RATE),
            Map.entry("antennaMspa", MSPA),
            Map.entry("unavailability", UNAVAILABLE),
            Map.entry("complex", COMPLEX),
            Map.entry("spacecraft", SPACECRAFT),
            Map.entry("linkRate", LINK_RATE),
            Map.entry("oem", OEM),
            Map.entry("opm", OPM),
            Map.entry("horizons", HORIZONS),
            Map.entry("tle", TLE),
            Map.entry("keplerian", KEPLERIAN),
            Map.entry("elements", ELEMENTS),
            Map.entry("forces", FORCES),
            Map.entry("solarRadiation", SOLAR_RADIATION),
            Map.entry("surface", SURFACE),
            Map.entry("libration", LIBRATION),
            Map.entry("delayed", DELAYED),
            Map.entry("request", REQUEST),
            Map.entry("recurrence", RECURRENCE),
            Map.entry("split", SPLIT),
            Map.entry("tie", TIE),
            Map.entry("viewPeriod", GIVEN_VIEW_PERIOD),
            Map.entry("track", TRACK),
            Map.entry("objective", OBJECTIVE),
            Map.entry("change", CHANGE),
            Map.entry("solver", SOLVER));

    /** The objects of a schedule by the name of their definition in its JSON schema. */
    static final Map<String, Set<String>> SCHEDULE_OBJECTS = Map.ofEntries(
            Map.entry("schedule", SCHEDULE),
            Map.entry("critical", CRITICAL),
            Map.entry("figures", FIGURES),
            Map.entry("missionFigures", MISSION_FIGURES),
            Map.entry("track", TRACK),
            Map.entry("unscheduled", UNSCHEDULED),
            Map.entry("short", SHORT),
            Map.entry("reason", REASON),
            Map.entry("violation", VIOLATION),
            Map.entry("certificate", CERTIFICATE));

    /** The objects of a change by the name of their definition in its JSON schema. */
    static final Map<String, Set<String>> CHANGE_OBJECTS = Map.ofEntries(
            Map.entry("changeSet", CHANGE_SET),
            Map.entry("outage", OUTAGE),
            Map.entry("slip", SLIP),
            Map.entry("addRequest", ADD_REQUEST),
            Map.entry("withdraw", WITHDRAW),
            Map.entry("ephemeris", EPHEMERIS));

    private FieldNames() {}

    /** A set that keeps its order. */
    static Set<String> names(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
