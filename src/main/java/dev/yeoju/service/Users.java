package dev.yeoju.service;

import dev.yeoju.store.UserStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Who may use the service. Users are never deleted, since the audit log names them: they are disabled. */
@Service
public class Users {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");
    private static final int SHORTEST_PASSWORD = 12;
    /** Longer ones are cut by bcrypt, silently. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    /** A user as administrators see it. */
    public record User(
            String name, Role role, Set<String> missions, boolean enabled, boolean hasPassword, Instant createdAt) {
        public User {
            missions = Set.copyOf(missions);
        }
    }

    private final UserStore store;
    private final TransactionOperations transactions;
    private final AuditLog audit;
    private final InstanceJson json;
    private final InstantSource clock;
    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    /** Compared with where there is no such user, so that the time taken does not tell. */
    private final String nobody = String.valueOf(passwords.encode("nobody has this password"));

    Users(UserStore store, TransactionOperations transactions, AuditLog audit, InstanceJson json, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** All of them, by name. */
    public List<User> all() {
        return store.all().stream().map(this::user).toList();
    }

    private User user(UserStore.User stored) {
        return new User(
                stored.name(),
                Role.valueOf(stored.role()),
                Set.copyOf(json.strings(stored.missions())),
                stored.enabled(),
                stored.passwordHash() != null,
                stored.createdAt());
    }

    /**
     * Adds one.
     *
     * @param password null for one who has tokens alone
     * @throws ServiceException UNUSABLE when name or password are none; CONFLICT when the name is taken
     */
    public User add(Caller caller, String name, @Nullable String password, Role role, Set<String> missions) {
        if (!NAME.matcher(name).matches() || name.equals(Caller.LOCAL.name()) || name.equals(Caller.SELF.name())) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "name (" + name.replaceAll("\\p{Cntrl}", "?")
                            + ") is no user's name. Maybe 1 to 100 letters, digits and . _ @ + -, a letter or digit"
                            + " first.");
        }
        UserStore.User stored = new UserStore.User(
                name,
                password == null ? null : hash(password),
                role.name(),
                json.strings(missions.stream().sorted().toList()),
                true,
                now());
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
                    if (store.find(name).isPresent() || !store.insert(stored)) {
                        return false;
                    }
                    audit.record(caller, "user.add", name, role + " " + stored.missions());
                    return true;
                }))
                ? user(stored)
                : taken(name);
    }

    private static User taken(String name) {
        throw new ServiceException(
                ServiceException.Kind.CONFLICT, "There is a user (" + name + ") already. Maybe change that one.");
    }

    /**
     * Changes one; what is null stays. Whoever is disabled, or gets another password, is logged out everywhere.
     *
     * @throws ServiceException NOT_FOUND; CONFLICT when nobody would be left to administer
     */
    public User change(
            Caller caller,
            String name,
            @Nullable String password,
            @Nullable Role role,
            @Nullable Set<String> missions,
            @Nullable Boolean enabled) {
        UserStore.User old = store.find(name)
                .orElseThrow(() ->
                        new ServiceException(ServiceException.Kind.NOT_FOUND, "There is no user (" + name + ")."));
        UserStore.User changed = new UserStore.User(
                name,
                password == null ? old.passwordHash() : hash(password),
                role == null ? old.role() : role.name(),
                missions == null
                        ? old.missions()
                        : json.strings(missions.stream().sorted().toList()),
                enabled == null ? old.enabled() : enabled,
                old.createdAt());
        transactions.executeWithoutResult(transaction -> {
            store.update(changed);
            if (!hasAdministrator()) {
                throw new ServiceException(
                        ServiceException.Kind.CONFLICT,
                        "Without (" + name + ") there would be no administrator. Maybe make another one first.");
            }
            if (password != null || !changed.enabled()) {
                store.revokeAll(name, now());
            }
            audit.record(
                    caller,
                    "user.change",
                    name,
                    changed.role() + " " + changed.missions() + (changed.enabled() ? "" : " disabled")
                            + (password == null ? "" : " new password"));
        });
        return user(changed);
    }

    /**
     * The user whom an OpenID provider shows, with the role and missions that it gives; made at the first log-in.
     *
     * @throws ServiceException FORBIDDEN when the name is disabled here, or somebody's who logs in with a password;
     *     UNUSABLE when it is none
     */
    public Caller byProvider(String name, Role role, Set<String> missions) {
        UserStore.User old = store.find(name).orElse(null);
        if (old == null) {
            add(Caller.SELF, name, null, role, missions);
            return new Caller(name, role, missions);
        }
        if (!old.enabled()) {
            throw new ServiceException(
                    ServiceException.Kind.FORBIDDEN,
                    "The user (" + name + ") is disabled. Maybe ask an administrator.");
        }
        // A name that the provider gives out must not open what somebody else has a password for.
        if (old.passwordHash() != null) {
            throw new ServiceException(
                    ServiceException.Kind.FORBIDDEN,
                    "There is a user (" + name + ") with a password here, whom the provider cannot stand for. Maybe log"
                            + " in with the password, or ask an administrator for another name.");
        }
        String ordered = json.strings(missions.stream().sorted().toList());
        if (!old.role().equals(role.name()) || !old.missions().equals(ordered)) {
            transactions.executeWithoutResult(transaction -> {
                store.update(new UserStore.User(name, null, role.name(), ordered, true, old.createdAt()));
                audit.record(Caller.SELF, "user.change", name, role + " " + ordered + " by the provider");
            });
        }
        return new Caller(name, role, missions);
    }

    /** Whether somebody can administer. */
    boolean hasAdministrator() {
        return store.all().stream()
                .anyMatch(user -> user.enabled() && user.role().equals(Role.ADMIN.name()));
    }

    boolean exists(String name) {
        return store.find(name).isPresent();
    }

    /** Whom a password shows; null when it shows nobody. */
    public @Nullable Caller byPassword(String name, String password) {
        UserStore.User stored = store.find(name).orElse(null);
        String hash = stored == null || stored.passwordHash() == null ? nobody : stored.passwordHash();
        boolean right = passwords.matches(password, hash);
        return right && stored != null && stored.passwordHash() != null && stored.enabled() ? caller(stored) : null;
    }

    /** The user of that name; null when there is none, or it is disabled. */
    public @Nullable Caller byName(String name) {
        return store.find(name)
                .filter(UserStore.User::enabled)
                .map(this::caller)
                .orElse(null);
    }

    private Caller caller(UserStore.User stored) {
        return new Caller(stored.name(), Role.valueOf(stored.role()), Set.copyOf(json.strings(stored.missions())));
    }

    private String hash(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST_PASSWORD || bytes > LONGEST_PASSWORD_BYTES) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "The password has " + password.length() + " characters. Maybe one of at least " + SHORTEST_PASSWORD
                            + " characters and at most " + LONGEST_PASSWORD_BYTES + " bytes.");
        }
        return String.valueOf(passwords.encode(password));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
