package dev.yeoju.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the format has and this version does not plan yet. Each line is one feature: whoever implements it deletes the
 * line. A value that means the same as leaving the field out uses no feature.
 */
public final class NotYetSupported {
    private static final List<Feature> FEATURES = List.of(
            feature("Sharing a beam (MSPA)", given("/requests/*/mspa"), given("/antennas/*/mspa")),
            feature("Slewing", given("/antennas/*/slewRate")),
            feature(
                    "Limits of a complex",
                    given("/complexes/*/maxSimultaneousTracks"),
                    given("/complexes/*/maxSimultaneousUplinks")));

    private record Feature(String what, List<Use> uses) {}

    /** A place in a problem, {@code *} for every item, and what uses the feature there. */
    private record Use(List<String> path, Predicate<Json> uses) {}

    private NotYetSupported() {}

    /** What the messages call the features. */
    static List<String> features() {
        return FEATURES.stream().map(Feature::what).toList();
    }

    /** Reports every use in a problem whose catalogue entries are merged in. */
    static void report(Value problem) {
        for (Feature feature : FEATURES) {
            for (Use use : feature.uses()) {
                // Mostly nothing is found: look before places are made for messages.
                if (isUsed(problem.json(), use, 0)) {
                    find(problem, use.path(), 0).forEach(field -> report(feature, use, field));
                }
            }
        }
    }

    private static void report(Feature feature, Use use, Value field) {
        if (use.uses().test(field.json())) {
            field.faults()
                    .add(
                            field.pointer(),
                            field.json().shown(),
                            feature.what() + ", " + field.named()
                                    + ", is not yet supported by this version. Maybe leave it out.");
        }
    }

    private static boolean isUsed(Json json, Use use, int depth) {
        if (depth == use.path().size()) {
            return use.uses().test(json);
        }
        String token = use.path().get(depth);
        if (token.equals("*")) {
            return json instanceof Json.Arr arr && arr.items().stream().anyMatch(item -> isUsed(item, use, depth + 1));
        }
        Json child = json instanceof Json.Obj obj ? obj.fields().get(token) : null;
        return child != null && isUsed(child, use, depth + 1);
    }

    private static List<Value> find(Value from, List<String> path, int depth) {
        if (depth == path.size()) {
            return from.isGiven() ? List.of(from) : List.of();
        }
        String token = path.get(depth);
        if (!token.equals("*")) {
            return find(from.field(token), path, depth + 1);
        }
        List<Value> found = new ArrayList<>();
        if (from.json() instanceof Json.Arr) {
            from.items().forEach(item -> found.addAll(find(item, path, depth + 1)));
        }
        return found;
    }

    private static Feature feature(String what, Use... uses) {
        return new Feature(what, List.of(uses));
    }

    /** Anything but an empty array or object, false and null. */
    private static Use given(String path) {
        return use(
                path,
                json -> !(json instanceof Json.Null)
                        && !json.equals(new Json.Bool(false))
                        && !(json instanceof Json.Arr arr && arr.items().isEmpty())
                        && !(json instanceof Json.Obj obj && obj.fields().isEmpty()));
    }

    private static Use use(String path, Predicate<Json> uses) {
        return new Use(List.of(path.substring(1).split("/")), uses);
    }
}
