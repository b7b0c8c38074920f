package dev.yeoju.service;

import dev.yeoju.store.UserStore;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Secrets that stand for a user: programs send them, and browsers after a log-in. The store has their digests alone. */
@Service
public class Tokens {
    /** What a token opens. */
    public enum Scope {
        /** Everything that the user may do. */
        API,
        /** The same, for a browser, which must show besides that no other site made it ask. */
        SESSION,
        /** The calendar of one mission, to be read and nothing else. */
        CALENDAR
    }

    /**
     * A token without its secret.
     *
     * @param mission whose calendar it opens, or null
     */
    public record Token(
            String id,
            String label,
            Scope scope,
            @Nullable String mission,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /**
     * A new token.
     *
     * @param secret shown this once
     */
    public record Issued(Token token, String secret) {}

    /** Whom a secret shows. */
    public record Bearer(Caller caller, Token token) {}

    private static final String PREFIX = "yeoju_";
    private static final int SECRET_BYTES = 32;
    private static final int LABEL_LENGTH = 200;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration SESSION = Duration.ofHours(12);
    private static final String CALENDAR = Scope.CALENDAR.name() + ":";
    private static final int SCOPE_LENGTH = 200;

    private final UserStore store;
    private final Users users;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(UserStore store, Users users, TransactionOperations transactions, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.users = users;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes one for programs.
     *
     * @param days that it is valid, at most a year
     * @throws ServiceException UNUSABLE when label or days are none; CONFLICT where there are no users
     */
    public Issued issue(Caller caller, String label, int days) {
        if (label.isBlank() || label.length() > LABEL_LENGTH || label.chars().anyMatch(Character::isISOControl)) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "label is no name for a token. Maybe 1 to " + LABEL_LENGTH + " characters on one line.");
        }
        if (days < 1 || days > LONGEST.toDays()) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "days (" + days + ") is not from 1 to " + LONGEST.toDays() + ". Maybe 90.");
        }
        if (!users.exists(caller.name())) {
            throw new ServiceException(
                    ServiceException.Kind.CONFLICT,
                    "There are no users here, so nobody needs a token. Maybe start with --yeoju.access=users.");
        }
        return issue(caller, label, Scope.API.name(), Duration.ofDays(days));
    }

    /** Makes one for a browser. */
    public Issued logIn(Caller caller) {
        return issue(caller, "log-in", Scope.SESSION.name(), SESSION);
    }

    /**
     * Makes one for a mission's calendar.
     *
     * @throws ServiceException NOT_FOUND when it is none of the caller's missions; CONFLICT where there are no users
     */
    public Issued calendar(Caller caller, String mission) {
        if (mission.isBlank()
                || CALENDAR.length() + mission.length() > SCOPE_LENGTH
                || !caller.sees(List.of(mission))) {
            throw new ServiceException(
                    ServiceException.Kind.NOT_FOUND,
                    "There is no mission (" + mission + ") of yours. Maybe its name as the problem writes it.");
        }
        if (!users.exists(caller.name())) {
            throw new ServiceException(
                    ServiceException.Kind.CONFLICT,
                    "There are no users here, so the calendar is open without a token: subscribe to"
                            + " /api/v1/missions/…/calendar.ics itself.");
        }
        return issue(caller, "calendar of " + mission, CALENDAR + mission, LONGEST);
    }

    private Issued issue(Caller caller, String label, String scope, Duration valid) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = now();
        UserStore.Token token =
                new UserStore.Token(UUID.randomUUID().toString(), caller.name(), label, scope, now, now.plus(valid));
        transactions.executeWithoutResult(transaction -> {
            store.insertToken(token, hash(secret));
            audit.record(
                    caller, "token." + (scope.equals(Scope.SESSION.name()) ? "log-in" : "issue"), token.id(), label);
        });
        return new Issued(token(token), secret);
    }

    /** A user's valid tokens. */
    public List<Token> all(Caller caller) {
        return store.tokens(caller.name(), now()).stream().map(Tokens::token).toList();
    }

    /** @throws ServiceException NOT_FOUND, also where it is somebody else's */
    public void revoke(Caller caller, String id) {
        transactions.executeWithoutResult(transaction -> {
            if (!store.revoke(caller.name(), id, now())) {
                throw new ServiceException(
                        ServiceException.Kind.NOT_FOUND, "There is no token (" + id + ") of yours. Maybe it expired.");
            }
            audit.record(caller, "token.revoke", id, "");
        });
    }

    /** Whom a secret shows; null when it shows nobody any more. */
    public @Nullable Bearer bearer(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return null;
        }
        UserStore.Token found = store.validToken(hash(secret), now()).orElse(null);
        Caller caller = found == null ? null : users.byName(found.user());
        return found == null || caller == null ? null : new Bearer(caller, token(found));
    }

    private static Token token(UserStore.Token stored) {
        boolean calendar = stored.scope().startsWith(CALENDAR);
        return new Token(
                stored.id(),
                stored.label(),
                calendar ? Scope.CALENDAR : Scope.valueOf(stored.scope()),
                calendar ? stored.scope().substring(CALENDAR.length()) : null,
                stored.createdAt(),
                stored.expiresAt());
    }

    private static String hash(String secret) {
        return Hashes.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
