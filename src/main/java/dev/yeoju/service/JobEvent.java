package dev.yeoju.service;

/** Something that followers of a schedule are told. */
public sealed interface JobEvent {
    /** It came further. */
    record Status(StatusView view) implements JobEvent {}

    /**
     * It got better.
     *
     * @param schedule the best so far, JSON
     */
    record Improvement(Progress progress, String schedule) implements JobEvent {}

    /** It is over. */
    record End(StatusView view) implements JobEvent {}
}
