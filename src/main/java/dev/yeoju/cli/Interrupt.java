package dev.yeoju.cli;

import dev.yeoju.service.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into a request to end with the best found, and holds the process until that is written. */
final class Interrupt implements AutoCloseable {
    private static final long WAIT_S = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interrupt(StopSignal stop) {
        hook = new Thread(() -> {
            stop.stop();
            try {
                done.await(WAIT_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static Interrupt stopping(StopSignal stop) {
        Interrupt interrupt = new Interrupt(stop);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, by this very hook.
            return;
        }
    }
}
