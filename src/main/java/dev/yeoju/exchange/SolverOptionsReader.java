package dev.yeoju.exchange;

import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.SolverOptions;

/** The body of a request to solve again: an object as a problem's {@code solver}, every field of it optional. */
public final class SolverOptionsReader {
    private SolverOptionsReader() {}

    /**
     * @param json UTF-8; empty for none
     * @param otherwise what absent fields mean
     * @throws InvalidInputException MALFORMED when it is not JSON; INVALID with every fault
     */
    public static SolverOptions read(byte[] json, SolverOptions otherwise) {
        if (json.length == 0) {
            return otherwise;
        }
        Faults faults = new Faults();
        SolverOptions options = SettingsReader.solver(Value.root(JsonText.read(json, faults), "", faults), otherwise);
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return options;
    }
}
