package dev.yeoju.model;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used, with every fault found. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the input could be read at all. */
    public enum Kind {
        /** Not readable as what it should be. */
        MALFORMED,
        /** Readable, but says what cannot be. */
        INVALID
    }

    private final Kind kind;
    private final transient List<Fault> faults;

    /** @param faults at least one */
    public InvalidInputException(Kind kind, List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}
