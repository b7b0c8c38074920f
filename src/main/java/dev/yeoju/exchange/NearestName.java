package dev.yeoju.exchange;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name that somebody probably meant. */
final class NearestName {
    private NearestName() {}

    /** The known name with the fewest edits to the given one, or null when none is near. */
    static @Nullable String of(String given, Collection<String> known) {
        if (given.length() > Limits.ID_LENGTH) {
            return null;
        }
        String wanted = given.toLowerCase(Locale.ROOT);
        String best = null;
        int fewest = Math.max(1, given.length() / 3) + 1;
        for (String name : known) {
            // Cheap first: a problem may know 100,000 names.
            if (Math.abs(name.length() - given.length()) < fewest) {
                int edits = edits(wanted, name.toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    best = name;
                }
            }
        }
        return best;
    }

    /** {@code Maybe "x".}, or the given advice when no known name is near. */
    static String hint(String given, Collection<String> known, String otherwise) {
        String nearest = of(given, known);
        return nearest == null ? otherwise : "Maybe \"" + nearest + "\".";
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
    private static int edits(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int edits = Math.min(previous[j - 1] + (same ? 0 : 1), Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, beforePrevious[j - 2] + 1);
                }
                current[j] = edits;
            }
            int[] oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }
        return previous[b.length()];
    }
}
