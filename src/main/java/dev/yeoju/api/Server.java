package dev.yeoju.api;

import dev.yeoju.service.StartFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;

/** The service as one Spring application. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"dev.yeoju.api", "dev.yeoju.service", "dev.yeoju.store"})
public class Server {
    /**
     * Starts it and returns when it answers.
     *
     * @param properties settings that go before those of files and of the environment
     * @throws ServerException when it cannot start for a reason outside the program
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(Server.class);
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                event -> requireThisMachine(event.getEnvironment()));
        String[] args = properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            return application.run(args);
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    private static void requireThisMachine(Environment environment) {
        String address = environment.getProperty("server.address", "127.0.0.1");
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new ServerException(
                    "server.address (" + address + ") is not an address of this machine. Maybe leave it"
                            + " out: the service listens on 127.0.0.1.");
        }
        throw new ServerException(
                "server.address (" + address + ") can be reached from other machines, and this version"
                        + " has no log-in yet. Maybe leave it at 127.0.0.1 and reach it through ssh or a proxy that asks who it is.");
    }

    private static RuntimeException explained(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return new ServerException(
                        "Port " + inUse.getPort() + " is in use by another program. Maybe another Yeoju is"
                                + " running, or choose one with --port.");
            }
            if (cause instanceof ServerException known) {
                return known;
            }
        }
        return StartFailure.explained(error)
                .<RuntimeException>map(ServerException::new)
                .orElse(error);
    }
}
