package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.CcsdsScheduleReader;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.exchange.SatNet;
import dev.yeoju.model.Fault;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Track;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes problems of files of other formats, and saves them. */
@Service
public class ProblemImports {
    /** The formats that there are. */
    public enum Format {
        /** Whichever the file's first words show it to be. */
        AUTO,
        /** A problem file. */
        PROBLEM,
        /** A week of the SatNet benchmark. */
        SATNET,
        /** CCSDS 902.1 Simple Schedule: the tracks that a saved problem has already. */
        CCSDS,
        /** CCSDS OEM: a spacecraft to be tracked. */
        OEM
    }

    /**
     * A problem that was saved.
     *
     * @param format that the file was taken for
     * @param warnings what is not quite as in the file
     */
    public record Imported(ProblemSummary problem, Format format, List<String> warnings) {
        public Imported {
            warnings = List.copyOf(warnings);
        }
    }

    /** How far into a file its first words are looked for. */
    private static final int HEAD_BYTES = 64 * 1024;

    private static final Pattern XML_ROOT = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z][\\w.-]*)");
    private static final Pattern OBJECT_NAME =
            Pattern.compile("(?m)^\\s*OBJECT_NAME\\s*=\\s*(\\S[^\\r\\n]*)|<OBJECT_NAME>([^<]*)</OBJECT_NAME>");
    private static final int ID_LENGTH = 60;
    private static final Duration LEAST_COVERAGE = Duration.ofHours(2);
    private static final Duration LONGEST_HORIZON = Duration.ofDays(400);
    private static final String USUAL_ANTENNA = "KDSA";

    private final ProblemLibrary library;
    private final EphemerisLibrary ephemerides;
    private final InstanceJson json;

    ProblemImports(ProblemLibrary library, EphemerisLibrary ephemerides, InstanceJson json) {
        this.library = library;
        this.ephemerides = ephemerides;
        this.json = json;
    }

    /**
     * Saves what a file holds as a problem.
     *
     * @param problem id of the problem that a CCSDS schedule is of; null for other formats
     * @param antenna of the catalogue that is to track an OEM's spacecraft, or null for KDSA
     * @throws InvalidInputException when the file cannot be used, with every fault
     * @throws ServiceException NOT_FOUND without such a problem; UNUSABLE when it is missing; FORBIDDEN when the problem is
     *     about other missions than the caller's
     */
    public Imported save(
            Caller caller, byte[] body, Format format, @Nullable String problem, @Nullable String antenna) {
        Format found = format == Format.AUTO ? detected(body) : format;
        return switch (found) {
            case SATNET -> satNet(caller, body);
            case CCSDS -> ccsds(caller, body, problem);
            case OEM -> oem(caller, body, antenna == null ? USUAL_ANTENNA : antenna);
            default -> new Imported(library.save(caller, body), Format.PROBLEM, List.of());
        };
    }

    static Format detected(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, HEAD_BYTES), StandardCharsets.UTF_8).strip();
        if (head.startsWith("[")) {
            return Format.SATNET;
        }
        if (head.startsWith("{")) {
            return head.contains("\"track_id\"") && !head.contains("\"schemaVersion\"")
                    ? Format.SATNET
                    : Format.PROBLEM;
        }
        if (head.startsWith("CCSDS_OEM_VERS")) {
            return Format.OEM;
        }
        if (head.startsWith("<")) {
            Matcher root = XML_ROOT.matcher(head.replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", ""));
            String name = root.find() ? root.group(1) : "";
            if (name.equals("simpleSchedule")) {
                return Format.CCSDS;
            }
            if (name.equals("oem") || (name.equals("ndm") && head.contains("<oem"))) {
                return Format.OEM;
            }
        }
        throw new InvalidInputException(
                InvalidInputException.Kind.MALFORMED,
                List.of(
                        new Fault(
                                "",
                                null,
                                "The file is of no format that is known here. Maybe a problem file, SatNet's problem.json, a"
                                        + " CCSDS Simple Schedule or a CCSDS OEM; format says which, where it cannot be seen.")));
    }

    private Imported satNet(Caller caller, byte[] body) {
        SatNet.Imported week = SatNet.week(body);
        return new Imported(
                library.save(caller, week.problem(), ProblemWriter.toJson(week.problem())),
                Format.SATNET,
                week.warnings());
    }

    /** What is committed is pinned; all of it is what changes are counted against. */
    private Imported ccsds(Caller caller, byte[] body, @Nullable String id) {
        if (id == null) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "problem is missing: a CCSDS schedule says who is tracked when, and not who asks for what. Maybe"
                            + " name the problem that it is of: ?format=ccsds&problem=kdsa-lunar-week.");
        }
        String text = library.body(caller, id)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.NOT_FOUND,
                        "There is no problem (" + id + "). Maybe see /api/v1/problems for those there are."));
        Problem problem = ProblemReader.read(text.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        List<Track> tracks = CcsdsScheduleReader.read(body, Instances.unseen(problem));
        Problem scheduled =
                problem.withPins(tracks.stream().filter(Track::pinned).toList()).withPublished(tracks);
        return new Imported(library.save(caller, scheduled, ProblemWriter.toJson(scheduled)), Format.CCSDS, List.of());
    }

    /** A day's contact with the spacecraft, to begin with: what a mission wants, no ephemeris says. */
    private Imported oem(Caller caller, byte[] body, String antenna) {
        EphemerisLibrary.Upload upload = ephemerides.save(caller, body);
        Instant start = ceiling(upload.coverage().get(0).start());
        Instant end = upload.coverage().get(upload.coverage().size() - 1).end().truncatedTo(ChronoUnit.SECONDS);
        if (Duration.between(start, end).compareTo(LEAST_COVERAGE) < 0) {
            throw new InvalidInputException(
                    InvalidInputException.Kind.INVALID,
                    List.of(new Fault(
                            "",
                            null,
                            "The ephemeris covers " + start + " to " + end
                                    + ", less than two hours. Maybe it is not the whole file.")));
        }
        List<String> warnings = new ArrayList<>(upload.warnings());
        if (Duration.between(start, end).compareTo(LONGEST_HORIZON) > 0) {
            end = start.plus(LONGEST_HORIZON);
            warnings.add("The ephemeris covers more than " + LONGEST_HORIZON.toDays() + " days; the horizon ends at "
                    + end + ".");
        }
        String name = objectName(body);
        String problem = json.trackingProblem(name, id(name), upload.id(), antenna, new Interval(start, end));
        return new Imported(library.save(caller, problem.getBytes(StandardCharsets.UTF_8)), Format.OEM, warnings);
    }

    private static Instant ceiling(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(instant) ? second : second.plusSeconds(1);
    }

    private static String objectName(byte[] oem) {
        Matcher name = OBJECT_NAME.matcher(new String(oem, StandardCharsets.UTF_8));
        if (!name.find()) {
            return "Spacecraft";
        }
        String found = (name.group(1) == null ? name.group(2) : name.group(1)).strip();
        return found.isEmpty() ? "Spacecraft" : found.substring(0, Math.min(ID_LENGTH, found.length()));
    }

    private static String id(String name) {
        String id = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "SPACECRAFT" : id;
    }
}
