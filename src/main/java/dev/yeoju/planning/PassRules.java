package dev.yeoju.planning;

/** What two passes on one antenna ask of each other beyond not overlapping: repointing, and the beam that they share. */
final class PassRules {
    private PassRules() {}

    /** Whether two passes mean to share the beam: then only the beam's rules hold between them. */
    static boolean areTogether(Mount mount, Pass one, Pass other) {
        return mount.mspa() != null && one.request().mspa() && other.request().mspa() && one.isTrackedWith(other);
    }

    /** What repointing lacks between two passes that do not overlap, whichever is first, seconds; 0 when it lacks nothing. */
    static int slewMissingS(Mount mount, int antenna, Pass one, Pass other) {
        Pass earlier = one.boaS() <= other.boaS() ? one : other;
        Pass later = earlier == one ? other : one;
        int gapS = later.boaS() - earlier.eoaS();
        if (gapS < 0 || gapS >= mount.longestSlewS()) {
            return 0;
        }
        return Math.max(0, mount.slewS(earlier.aimAtEot(antenna), later.aimAtBot(antenna)) - gapS);
    }

    /** Whether both of two passes that are together in a beam transmit. */
    static boolean bothTransmit(Pass one, Pass other) {
        return one.request().uplink() && other.request().uplink();
    }

    /** Whether two passes that are together in the beam are too far apart for it at any time, others left aside. */
    static boolean areApart(PlanModel model, int antenna, Pass one, Pass other) {
        Mount mount = model.mounts().get(antenna);
        double widthDeg = Math.min(mount.beamWidthDeg(one.request()), mount.beamWidthDeg(other.request()));
        int fromS = Math.max(one.botS(), other.botS());
        int untilS = Math.min(one.eotS(), other.eotS());
        return !model.beamTimes().isWithin(antenna, one, other, widthDeg, fromS, untilS);
    }

    /** Whether a third pass narrows the beam, while all are tracked, so that two others are not both in it. */
    static boolean isNarrowedApart(PlanModel model, int antenna, Pass one, Pass other, Pass third) {
        int fromS = Math.max(Math.max(one.botS(), other.botS()), third.botS());
        int untilS = Math.min(Math.min(one.eotS(), other.eotS()), third.eotS());
        if (fromS >= untilS) {
            return false;
        }
        Mount mount = model.mounts().get(antenna);
        double ownDeg = Math.min(mount.beamWidthDeg(one.request()), mount.beamWidthDeg(other.request()));
        double thirdDeg = mount.beamWidthDeg(third.request());
        return thirdDeg < ownDeg && !model.beamTimes().isWithin(antenna, one, other, thirdDeg, fromS, untilS);
    }
}
