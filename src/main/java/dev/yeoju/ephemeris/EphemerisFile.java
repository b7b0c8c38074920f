package dev.yeoju.ephemeris;

import java.util.Arrays;

/** A file of motion, read whole. */
public final class EphemerisFile {
    /** Largest file accepted, bytes. */
    public static final int MAX_BYTES = 64 << 20;

    private final String name;
    private final byte[] content;

    /**
     * @param name for messages
     * @throws EphemerisException when the content is larger than {@link #MAX_BYTES}
     */
    public EphemerisFile(String name, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new EphemerisException(
                    name,
                    content.length + " bytes",
                    "The file is too large (" + content.length + " bytes, at most " + MAX_BYTES
                            + "). Maybe cut it to the problem's horizon.");
        }
        this.name = name;
        this.content = Arrays.copyOf(content, content.length);
    }

    public String name() {
        return name;
    }

    /** A copy of the bytes. */
    public byte[] content() {
        return Arrays.copyOf(content, content.length);
    }
}
