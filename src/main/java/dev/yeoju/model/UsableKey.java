package dev.yeoju.model;

/** Band and direction of usable time; in files {@code X/RX}. */
public record UsableKey(Band band, Direction direction) {
    public String label() {
        return band.label() + "/" + direction.label();
    }
}
