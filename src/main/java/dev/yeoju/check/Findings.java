package dev.yeoju.check;

import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects violations. The same rule broken at the same place by the same tracks is one, with the same id each time. */
final class Findings {
    private final Map<String, Violation> byId = new LinkedHashMap<>();

    /** @param where what tells this place from others where the tracks alone do not, such as an antenna's id; may be empty */
    void add(Rule rule, String where, List<Track> tracks, String text) {
        List<String> ids = tracks.stream().map(Track::id).sorted().toList();
        List<String> requests =
                tracks.stream().map(Track::request).distinct().sorted().toList();
        add(rule, where, ids, requests, text);
    }

    void add(Rule rule, String where, List<String> tracks, List<String> requests, String text) {
        String subject = tracks.isEmpty() ? String.join("+", requests) : String.join("+", tracks);
        String id = rule + ":" + (where.isEmpty() ? "" : where + ":") + subject;
        byId.putIfAbsent(id, new Violation(id, rule.name(), text, tracks, requests));
    }

    List<Violation> all() {
        return new ArrayList<>(byId.values());
    }
}
