package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Every buffer is watched: when one was thrown away that nobody released, be it by the platform or by a client of the tests, the test
 * class that is at work fails. Who made the buffer stands in the message; who had it last tells a run with {@code
 * -Dit.heap="1g -Dio.netty.leakDetection.level=paranoid"}.
 */
public class NoLeaks implements TestExecutionListener {
    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();
    /** The driver forgets what was bound to a statement whose connection breaks before it is sent (r2dbc-postgresql #734). */
    private static final String OF_DRIVER = "io.r2dbc.postgresql.codec.";

    private static final String EVERY = "io.netty.leakDetection.samplingInterval";

    static {
        // Before Netty makes its first buffer; by itself it watches one in 128, and so it does where something is
        // measured.
        if (System.getProperty(EVERY) == null) System.setProperty(EVERY, "1");
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Watching());
    }

    private static final class Watching extends ResourceLeakDetectorFactory {
        @Override
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int interval) {
            var detector = new ResourceLeakDetector<T>(resource, interval);
            detector.setLeakListener((type, records) -> {
                if (!records.contains(OF_DRIVER)) LEAKS.add(type + records);
            });
            return detector;
        }

        @Override
        @Deprecated
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int interval, long most) {
            return newResourceLeakDetector(resource, interval);
        }
    }

    @Override
    public void afterTestClass(TestContext test) {
        var leaks = List.copyOf(LEAKS);
        LEAKS.removeAll(leaks);
        if (isJourney(test)) return;
        assertThat(leaks).as("buffers that nobody released").isEmpty();
    }

    /** A browser leaves in the middle of an answer, and what spring-web has encoded for it by then is forgotten: one buffer a time. */
    private static boolean isJourney(TestContext test) {
        return AnnotationSupport.findRepeatableAnnotations(test.getTestClass(), Tag.class).stream()
                .anyMatch(tag -> tag.value().equals("journeys"));
    }

    /** Looks now, and not when the collector comes by itself. */
    static List<String> found() {
        System.gc();
        // Netty looks whenever it makes a buffer.
        ByteBufAllocator.DEFAULT.buffer(1).release();
        return List.copyOf(LEAKS);
    }

    static void forget(String leak) {
        LEAKS.remove(leak);
    }
}
