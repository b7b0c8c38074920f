package dev.yeoju.planning;

import java.util.Arrays;

/** Indices of the antennas of an array, or of a single one. */
final class AntennaSet {
    private final int[] indices;

    AntennaSet(int... indices) {
        this.indices = indices.clone();
    }

    int size() {
        return indices.length;
    }

    int get(int position) {
        return indices[position];
    }

    /** Whether the two share no antenna. */
    boolean isApartFrom(AntennaSet other) {
        for (int one : indices) {
            for (int another : other.indices) {
                if (one == another) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the two are the same antennas, in any order. */
    boolean isSameAs(AntennaSet other) {
        if (indices.length != other.indices.length) {
            return false;
        }
        for (int one : indices) {
            if (!other.has(one)) {
                return false;
            }
        }
        return true;
    }

    /** Where the antenna is in the set. */
    int position(int antenna) {
        for (int position = 0; position < indices.length; position++) {
            if (indices[position] == antenna) {
                return position;
            }
        }
        throw new IllegalArgumentException("Antenna (" + antenna + ") is not one of " + this + ".");
    }

    private boolean has(int antenna) {
        for (int index : indices) {
            if (index == antenna) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AntennaSet set && Arrays.equals(indices, set.indices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return Arrays.toString(indices);
    }
}
