package dev.yeoju.planning;

/**
 * A track that may share an antenna's beam.
 *
 * @param antenna index
 */
record BeamMember(Integer antenna, Slot slot) {
    int botS() {
        return slot.botS();
    }

    int eotS() {
        return slot.eotS();
    }

    int assignment() {
        return slot.assignment();
    }
}
