package dev.yeoju.exchange;

import dev.yeoju.model.Certificate;
import dev.yeoju.model.Figures;
import dev.yeoju.model.Figures.MissionFigures;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Schedule.Critical;
import dev.yeoju.model.Schedule.ShortRequest;
import dev.yeoju.model.Schedule.Status;
import dev.yeoju.model.Schedule.Unscheduled;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schedule JSON -> {@link Schedule}, strictly, with every fault reported. */
final class ScheduleReader {
    private ScheduleReader() {}

    /** The schedule; null where it is too wrong to make one. */
    static @Nullable Schedule read(Value root) {
        Fields fields = root.object(FieldNames.SCHEDULE);
        if (fields == null) {
            return null;
        }
        Long version = fields.required("schemaVersion").integer(Problem.SCHEMA_VERSION, Problem.SCHEMA_VERSION);
        String problem = fields.required("problem").words();
        Status status = fields.required("status").choice(Words.STATUSES);
        Double value = fields.required("value").number(Range.ANY);
        Double bound = orNull(fields.get("bound")).number(Range.ANY);
        Double gap = orNull(fields.get("gapPercent")).number(Range.ANY);
        Critical critical = critical(fields.required("critical"));
        Figures figures = figures(fields.required("figures"));
        List<Track> tracks = tracks(fields.required("tracks"));
        List<Unscheduled> unscheduled = unscheduled(fields.get("unscheduled"));
        List<ShortRequest> shortRequests = shortRequests(fields.get("short"));
        List<Violation> violations = violations(fields.get("violations"));
        Certificate certificate = certificate(orNull(fields.get("certificate")));
        if (version == null
                || problem == null
                || status == null
                || value == null
                || critical == null
                || figures == null) {
            return null;
        }
        return new Schedule(
                Math.toIntExact(version),
                problem,
                status,
                value,
                bound,
                gap,
                critical,
                figures,
                tracks,
                unscheduled,
                shortRequests,
                violations,
                certificate);
    }

    /** A field that may be null, which means the same as its absence. */
    private static Value orNull(Value field) {
        return field.json() instanceof Json.Null ? field.absent() : field;
    }

    private static @Nullable Critical critical(Value field) {
        Fields fields = field.object(FieldNames.CRITICAL);
        if (fields == null) {
            return null;
        }
        Integer satisfied = count(fields.required("satisfied"));
        Integer requests = count(fields.required("requests"));
        Integer most = count(orNull(fields.get("most")));
        return satisfied == null || requests == null ? null : new Critical(satisfied, requests, most);
    }

    private static @Nullable Integer count(Value field) {
        return field.count(0, Integer.MAX_VALUE);
    }

    private static @Nullable Figures figures(Value field) {
        Fields fields = field.object(FieldNames.FIGURES);
        if (fields == null) {
            return null;
        }
        Double tracked = fields.required("trackedHours").number(Range.NOT_NEGATIVE);
        Double requested = fields.required("requestedHours").number(Range.NOT_NEGATIVE);
        Integer satisfied = count(fields.required("satisfied"));
        Integer requests = count(fields.required("requests"));
        Double uRms = fields.required("uRms").number(Range.between(0, 1));
        Double uMax = fields.required("uMax").number(Range.between(0, 1));
        List<MissionFigures> missions = new ArrayList<>();
        for (Value item : fields.required("missions").items()) {
            MissionFigures mission = mission(item);
            if (mission != null) {
                missions.add(mission);
            }
        }
        if (tracked == null
                || requested == null
                || satisfied == null
                || requests == null
                || uRms == null
                || uMax == null) {
            return null;
        }
        return new Figures(tracked, requested, satisfied, requests, uRms, uMax, missions);
    }

    private static @Nullable MissionFigures mission(Value item) {
        Fields fields = item.object(FieldNames.MISSION_FIGURES);
        if (fields == null) {
            return null;
        }
        String mission = fields.required("mission").words();
        Double tracked = fields.required("trackedHours").number(Range.NOT_NEGATIVE);
        Double requested = fields.required("requestedHours").number(Range.NOT_NEGATIVE);
        Integer satisfied = count(fields.required("satisfied"));
        Integer requests = count(fields.required("requests"));
        Double fraction = fields.required("unsatisfiedFraction").number(Range.between(0, 1));
        if (mission == null
                || tracked == null
                || requested == null
                || satisfied == null
                || requests == null
                || fraction == null) {
            return null;
        }
        return new MissionFigures(mission, tracked, requested, satisfied, requests, fraction);
    }

    private static List<Track> tracks(Value field) {
        List<Track> tracks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Value item : field.items()) {
            Track track = TrackReader.read(item, false);
            if (track != null) {
                tracks.add(track);
                if (!ids.add(track.id())) {
                    item.field("id").fault("is the id of two tracks. Maybe rename one of them.");
                }
            }
        }
        return tracks;
    }

    private static List<Unscheduled> unscheduled(Value field) {
        List<Unscheduled> unscheduled = new ArrayList<>();
        for (Value item : field.items()) {
            Fields fields = item.object(FieldNames.UNSCHEDULED);
            if (fields == null) {
                continue;
            }
            String request = fields.required("request").words();
            List<Reason> reasons = reasons(fields.get("reasons"));
            if (request != null) {
                unscheduled.add(new Unscheduled(request, reasons));
            }
        }
        return unscheduled;
    }

    private static List<ShortRequest> shortRequests(Value field) {
        List<ShortRequest> shortRequests = new ArrayList<>();
        for (Value item : field.items()) {
            Fields fields = item.object(FieldNames.SHORT);
            if (fields == null) {
                continue;
            }
            String request = fields.required("request").words();
            Double hours = fields.required("hours").number(Range.NOT_NEGATIVE);
            Double preferred = fields.required("preferredHours").number(Range.NOT_NEGATIVE);
            List<Reason> reasons = reasons(fields.get("reasons"));
            if (request != null && hours != null && preferred != null) {
                shortRequests.add(new ShortRequest(request, hours, preferred, reasons));
            }
        }
        return shortRequests;
    }

    private static List<Reason> reasons(Value field) {
        List<Reason> reasons = new ArrayList<>();
        for (Value item : field.items()) {
            Fields fields = item.object(FieldNames.REASON);
            if (fields == null) {
                continue;
            }
            ReasonCode code = fields.required("code").choice(Words.REASON_CODES);
            String text = fields.required("text").text();
            List<String> blockedBy = texts(fields.get("blockedBy"));
            if (code != null && text != null) {
                reasons.add(new Reason(code, text, blockedBy));
            }
        }
        return reasons;
    }

    private static List<Violation> violations(Value field) {
        List<Violation> violations = new ArrayList<>();
        for (Value item : field.items()) {
            Fields fields = item.object(FieldNames.VIOLATION);
            if (fields == null) {
                continue;
            }
            String id = fields.required("id").words();
            String code = fields.required("code").words();
            String text = fields.required("text").text();
            List<String> tracks = texts(fields.get("tracks"));
            List<String> requests = texts(fields.get("requests"));
            if (id != null && code != null && text != null) {
                violations.add(new Violation(id, code, text, tracks, requests));
            }
        }
        return violations;
    }

    /** An empty certificate proves nothing: it is the same as none. */
    private static @Nullable Certificate certificate(Value field) {
        Fields fields = field.object(FieldNames.CERTIFICATE);
        if (fields == null || field.members().isEmpty()) {
            return null;
        }
        return new Certificate(
                numbers(fields.get("requestPrices")),
                numbers(fields.get("missionPrices")),
                numbers(fields.get("multipliers")));
    }

    private static Map<String, Double> numbers(Value field) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        field.members().forEach((name, member) -> {
            Double number = member.number(Range.ANY);
            if (number != null) {
                numbers.put(name, number);
            }
        });
        return numbers;
    }

    private static List<String> texts(Value field) {
        List<String> texts = new ArrayList<>();
        for (Value item : field.items()) {
            String text = item.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
