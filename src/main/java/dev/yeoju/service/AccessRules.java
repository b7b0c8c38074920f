package dev.yeoju.service;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Whether everybody at this machine may use the service, or users alone; sees to it that there is one to begin with. */
@Component
public class AccessRules implements SmartLifecycle {
    /** Who may use the service. */
    public enum Mode {
        /** Whoever sits at this machine, without log-in. */
        LOCAL,
        /** Users. */
        USERS
    }

    private final Mode mode;
    private final String adminName;
    private final String adminPassword;
    private final String issuer;
    private final Users users;
    private volatile boolean running;

    AccessRules(
            @Value("${yeoju.access}") Mode mode,
            @Value("${yeoju.admin.name:}") String adminName,
            @Value("${yeoju.admin.password:}") String adminPassword,
            @Value("${yeoju.oidc.issuer}") String issuer,
            Users users) {
        this.mode = mode;
        this.adminName = adminName;
        this.adminPassword = adminPassword;
        this.issuer = issuer;
        this.users = users;
    }

    public boolean asksWho() {
        return mode == Mode.USERS;
    }

    /** @throws StartException when there are to be users and nobody could administer them */
    @Override
    public void start() {
        if (asksWho()) {
            if (!adminName.isEmpty() && !adminPassword.isEmpty() && !users.exists(adminName)) {
                try {
                    users.add(Caller.SELF, adminName, adminPassword, Role.ADMIN, Set.of());
                } catch (ServiceException e) {
                    throw new StartException("yeoju.admin.name and yeoju.admin.password: " + e.getMessage());
                }
            }
            // A provider may name one later.
            if (issuer.isEmpty() && !users.hasAdministrator()) {
                throw new StartException(
                        "yeoju.access is users, and there is no administrator among them. Maybe name one"
                                + " for the first start: yeoju.admin.name, and YEOJU_ADMIN_PASSWORD in the environment.");
            }
        }
        if (!asksWho() && !issuer.isEmpty()) {
            throw new StartException("yeoju.oidc.issuer (" + issuer
                    + ") is named, and nobody is asked who it is. Maybe add --yeoju.access=users.");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything answers. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
