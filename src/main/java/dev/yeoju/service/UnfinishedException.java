package dev.yeoju.service;

/** A solve that this node cannot bring to its end: it goes on elsewhere or later. */
final class UnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfinishedException() {
        super("The solve goes on elsewhere or later.", null, false, false);
    }
}
