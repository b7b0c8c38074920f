package dev.yeoju;

/** The program. */
public final class Yeoju {
    private Yeoju() {}

    public static void main(String[] args) {
        System.out.println("Yeoju " + args.length);
    }
}
