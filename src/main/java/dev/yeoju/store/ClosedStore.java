package dev.yeoju.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Takes connections out of the pool that the embedded store has closed under: it does so where it cannot write, and the
 * next connection opens it anew. The pool would not notice as long as they are in use all the time.
 */
final class ClosedStore implements SQLExceptionOverride {
    private static final int DATABASE_IS_CLOSED = 90098;

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        return e.getErrorCode() == DATABASE_IS_CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
