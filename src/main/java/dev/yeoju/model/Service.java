package dev.yeoju.model;

/** What a track is for. */
public enum Service {
    TELEMETRY,
    TELECOMMAND,
    RANGING,
    DOPPLER,
    DELTADOR,
    VLBI,
    RADIO_SCIENCE,
    TEST;

    /** Whether the service cannot be had without transmitting. */
    public boolean needsUplink() {
        return this == TELECOMMAND || this == RANGING;
    }
}
