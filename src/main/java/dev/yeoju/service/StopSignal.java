package dev.yeoju.service;

import dev.yeoju.planning.StopToken;

/** Asks work on a problem to end soon with the best it has; any thread may ask. */
public final class StopSignal {
    private final StopToken token = new StopToken();

    public void stop() {
        token.stop();
    }

    public boolean isStopped() {
        return token.isStopped();
    }

    StopToken token() {
        return token;
    }
}
