package dev.yeoju.model;

/** Radio band. A request without a band can be served by any antenna. */
public enum Band {
    UHF("UHF"),
    L("L"),
    S("S"),
    C("C"),
    X("X"),
    KU("Ku"),
    K("K"),
    KA("Ka");

    private final String label;

    Band(String label) {
        this.label = label;
    }

    /** The name in files: {@code S}, {@code X}, {@code Ka} … */
    public String label() {
        return label;
    }
}
