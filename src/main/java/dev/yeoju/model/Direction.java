package dev.yeoju.model;

/** Which way the signal goes. */
public enum Direction {
    /** Spacecraft to antenna. */
    RECEIVE("RX"),
    /** Antenna to spacecraft. */
    TRANSMIT("TX");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The name in files: {@code RX} or {@code TX}. */
    public String label() {
        return label;
    }
}
