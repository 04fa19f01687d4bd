package planted.domain;

import java.time.Instant;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/** A domain that knows a framework, reads a clock and blocks: planted, so that the walls can be seen to fall. */
public class SpringyDomain {
    public boolean late(String day) {
        return StringUtils.hasText(day) && Mono.just(Instant.now()).block() != null;
    }
}
