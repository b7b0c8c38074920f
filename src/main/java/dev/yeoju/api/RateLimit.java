package dev.yeoju.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket for each who asks: so many at once, then so many a second. Safe to share between threads. */
final class RateLimit {
    /** Of more who ask at once, those heard of longest ago are forgotten: their buckets are full again. */
    private static final int MOST_BUCKETS = 10_000;

    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }

    private final double perSecond;
    private final double burst;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    };

    RateLimit(double perSecond, double burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** @param nowNanos of a clock that never goes back */
    synchronized boolean take(String who, long nowNanos) {
        Bucket bucket = buckets.computeIfAbsent(who, name -> new Bucket(burst, nowNanos));
        bucket.tokens = Math.min(burst, bucket.tokens + (nowNanos - bucket.at) / 1e9 * perSecond);
        bucket.at = nowNanos;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens -= 1;
        return true;
    }
}
