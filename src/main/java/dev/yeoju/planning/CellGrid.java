package dev.yeoju.planning;

/**
 * Cuts the time of each resource into cells about as long as the longest activity, so that what can overlap an interval
 * is found in a cell or two, however long the horizon is.
 */
final class CellGrid {
    private static final int LEAST_WIDTH_S = 3600;

    private final int originS;
    private final int widthS;
    private final int cellsPerResource;

    /**
     * @param fromS earliest second that is ever asked for
     * @param untilS end of the latest interval
     * @param longestS the longest interval that should fit into two cells
     * @param resources how many resources there are
     */
    CellGrid(int fromS, int untilS, int longestS, int resources) {
        originS = fromS;
        int atLeast =
                (int) Math.min(Integer.MAX_VALUE, ((long) untilS - fromS) * resources / (Integer.MAX_VALUE / 4) + 1);
        widthS = Math.max(Math.max(LEAST_WIDTH_S, longestS), atLeast);
        cellsPerResource = Math.max(1, (untilS - fromS) / widthS + 1);
    }

    /** The resource's cell of an instant; an interval touches those from its start's to its last second's. */
    int cell(int resource, int second) {
        return resource * cellsPerResource + column(second);
    }

    private int column(int second) {
        return Math.min(cellsPerResource - 1, Math.max(0, (second - originS) / widthS));
    }
}
