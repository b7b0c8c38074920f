package dev.yeoju.planning;

/** Asks a running search to end with the best it has; any thread may ask. */
public final class StopToken {
    private volatile boolean stopped;

    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }
}
