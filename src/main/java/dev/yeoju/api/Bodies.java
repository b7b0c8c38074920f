package dev.yeoju.api;

import dev.yeoju.exchange.ProblemReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Reads what is posted, as bytes: the parser of problem files is the one to judge it. */
final class Bodies {
    private Bodies() {}

    /** @throws RequestException 413 when it is larger than any problem may be */
    static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > ProblemReader.MAX_BYTES) {
            throw tooLarge(request.getContentLengthLong() + " bytes");
        }
        // One byte more than allowed shows that there are too many, where no length was announced.
        byte[] body = request.getInputStream().readNBytes(ProblemReader.MAX_BYTES + 1);
        if (body.length > ProblemReader.MAX_BYTES) {
            throw tooLarge("more than " + ProblemReader.MAX_BYTES + " bytes");
        }
        return body;
    }

    private static RequestException tooLarge(String size) {
        return new RequestException(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body (" + size + ") is larger than a problem may be (" + ProblemReader.MAX_BYTES
                        + " bytes). Maybe split the problem.");
    }
}
