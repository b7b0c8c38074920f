package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yeoju.service.AccessRules;
import dev.yeoju.service.AuditLog;
import dev.yeoju.service.Caller;
import dev.yeoju.service.Role;
import dev.yeoju.service.ServiceException;
import dev.yeoju.service.Tokens;
import dev.yeoju.service.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users, their tokens, who is logged in, and who changed what. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Access")
class AccessController {
    /** Whom the service takes the one who asks for. */
    record Session(String user, Role role, Set<String> missions, boolean asksWho) {}

    /** A log-in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogIn(@Nullable String name, @Nullable String password) {
        @Override
        public String toString() {
            return "LogIn[" + name + "]";
        }
    }

    /** A user to add, or what of one to change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UserBody(
            @Nullable String name,
            @Nullable String password,
            @Nullable Role role,
            @Nullable Set<String> missions,
            @Nullable Boolean enabled) {
        @Override
        public String toString() {
            return "UserBody[" + name + "]";
        }
    }

    /** A token to issue. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TokenBody(@Nullable String label, @Nullable Integer days) {}

    private final AccessRules access;
    private final Users users;
    private final Tokens tokens;
    private final SessionCookies cookies;
    private final AuditLog audit;

    AccessController(AccessRules access, Users users, Tokens tokens, SessionCookies cookies, AuditLog audit) {
        this.access = access;
        this.users = users;
        this.tokens = tokens;
        this.cookies = cookies;
        this.audit = audit;
    }

    @GetMapping("/session")
    @Operation(summary = "Whom the service takes you for")
    Session session(Caller caller) {
        return new Session(caller.name(), caller.role(), caller.missions(), access.asksWho());
    }

    @PostMapping(path = "/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Logs a browser in",
            description =
                    "Sets the cookie yeoju-session, and XSRF-TOKEN, which requests that change something repeat in"
                            + " the header X-XSRF-TOKEN.")
    Session logIn(@RequestBody LogIn logIn, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = !access.asksWho()
                ? Caller.LOCAL
                : users.byPassword(
                        logIn.name() == null ? "" : logIn.name(), logIn.password() == null ? "" : logIn.password());
        if (caller == null) {
            throw new RequestException(
                    HttpStatus.UNAUTHORIZED, "Name or password are wrong. Maybe ask an administrator for a new one.");
        }
        if (access.asksWho()) {
            cookies.logIn(caller, request, response);
        }
        return session(caller);
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Logs a browser out")
    void logOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        cookies.logOut(caller, request, response);
    }

    @GetMapping("/users")
    @Operation(summary = "All users")
    List<Users.User> users() {
        return users.all();
    }

    @PostMapping(path = "/users", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a user")
    Users.User add(Caller caller, @RequestBody UserBody body) {
        return users.add(
                caller,
                body.name() == null ? "" : body.name(),
                body.password(),
                body.role() == null ? Role.VIEWER : body.role(),
                body.missions() == null ? Set.of() : body.missions());
    }

    @PatchMapping(path = "/users/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Changes a user; who is disabled or gets a new password is logged out everywhere")
    Users.User change(Caller caller, @PathVariable String name, @RequestBody UserBody body) {
        if (body.name() != null && !body.name().equals(name)) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE, "name (" + body.name() + ") differs: users keep their names.");
        }
        return users.change(caller, name, body.password(), body.role(), body.missions(), body.enabled());
    }

    @GetMapping("/tokens")
    @Operation(summary = "Your tokens")
    List<Tokens.Token> tokens(Caller caller) {
        return tokens.all(caller);
    }

    @PostMapping(path = "/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Issues a token for a program; its secret is shown this once")
    Tokens.Issued issue(Caller caller, @RequestBody TokenBody body) {
        return tokens.issue(caller, body.label() == null ? "" : body.label(), body.days() == null ? 90 : body.days());
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a token of yours")
    void revoke(Caller caller, @PathVariable String id) {
        tokens.revoke(caller, id);
    }

    @GetMapping("/audit")
    @Operation(summary = "Who changed what, newest first")
    AuditLog.Page audit(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long before) {
        return audit.page(subject, before == null ? Long.MAX_VALUE : before);
    }
}
