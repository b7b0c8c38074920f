package dev.yeoju.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where the page is, once it is there. */
@Component
class ReadyMessage {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyMessage.class);

    private final String store;

    ReadyMessage(@Value("${yeoju.store.path}") String store) {
        this.store = store;
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(
                    "Yeoju is ready at http://localhost:{} (store: {})",
                    web.getWebServer().getPort(),
                    store);
        }
    }
}
