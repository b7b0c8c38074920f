package dev.yeoju.service;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that takes whole cores, in order and no more of it at once than there are cores for. */
final class Turn {
    private static final long WAIT_S = 20;

    private final Semaphore permits;
    private final String others;

    /** @param others what those do whom somebody waits for, a clause */
    Turn(int permits, String others) {
        this.permits = new Semaphore(permits, true);
        this.others = others;
    }

    /** @throws ServiceException BUSY when others work on and on */
    <T> T take(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(WAIT_S, TimeUnit.SECONDS)) {
                throw new ServiceException(
                        ServiceException.Kind.BUSY, "Others " + others + ". Maybe try again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(ServiceException.Kind.BUSY, "The service is ending. Maybe try again later.");
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
