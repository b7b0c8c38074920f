package dev.yeoju.exchange;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that all of it is said at once. */
final class Faults {
    /** Most faults that are reported one by one; the rest is counted. */
    static final int MOST = 1000;

    private final List<Fault> found = new ArrayList<>();
    private long count;

    void add(String pointer, @Nullable String value, String message) {
        count++;
        if (found.size() < MOST) {
            found.add(new Fault(pointer, value, message));
        }
    }

    long count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** @throws InvalidInputException when there are any */
    void throwIfAny(InvalidInputException.Kind kind) {
        if (isEmpty()) {
            return;
        }
        List<Fault> all = new ArrayList<>(found);
        if (count > MOST) {
            all.add(new Fault("", null, "There are " + (count - MOST) + " more faults. Maybe correct these first."));
        }
        throw new InvalidInputException(kind, all);
    }
}
